package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand real invoices, by {@code ./lapak replay}: users and guests, double clicks, hang-ups.
 */
class ReplayIT {

  @Test
  void a_thousand_real_invoices_come_to_what_they_must_to_the_penny()
      throws IOException, InterruptedException {
    Lapak.Finished replay = Lapak.running().replay("--seed", "7");

    assertThat(replay.output()).contains("1,000 invoices with 28,007 lines", "To the penny.");
    assertThat(replay.exitCode()).as(replay.output()).isZero();
    Lapak.Finished check = Lapak.running().check();
    assertThat(check.exitCode()).as(check.output()).isZero();
  }

  @Test
  void a_file_of_one_s_own_is_replayed_and_a_bad_one_refused(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            folder.resolve("own.csv"),
            """
            invoice,customer,sku,quantity
            1,17850,85123A,3
            1,17850,71053,2
            2,,85123A,1
            1,17850,85123A,2
            """);

    Lapak.Finished replay = Lapak.running().replay(file.toString(), "--buyers", "2");

    assertThat(replay.output()).contains("2 invoices with 4 lines, 1 of guests", "To the penny.");
    assertThat(replay.exitCode()).as(replay.output()).isZero();
    Files.writeString(file, "invoice,sku,quantity\n1,85123A,0\n");
    Lapak.Finished refused = Lapak.running().replay(file.toString());
    assertThat(refused.output()).contains("Line 2: quantity");
    assertThat(refused.exitCode()).isEqualTo(2);
  }
}
