package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * A minute of {@code ./lapak chaos}, which starts a system of its own, with each service in its own
 * process.
 */
class ChaosIT {

  @Test
  void all_is_right_after_whatever_was_killed() throws IOException, InterruptedException {
    Lapak.Finished chaos = Lapak.running().chaos("--minutes", "1");

    System.out.println(chaos.output());
    assertThat(chaos.exitCode()).as(chaos.output()).isZero();
    assertThat(chaos.output()).contains("killed: ", "All was right.");
  }
}
