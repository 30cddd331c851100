package dev.lapak.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedProcessTests {

  private final Path directory;
  private RecordedProcess record;
  private Process process;

  RecordedProcessTests(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void start() throws IOException {
    record = new RecordedProcess(directory.resolve("it.pid"));
    process = new ProcessBuilder("sleep", "60").start();
    record.write(process.toHandle());
  }

  @AfterEach
  void end() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Test
  void finds_the_very_process() throws IOException {
    assertThat(record.find()).contains(process.toHandle());
  }

  @Test
  void finds_none_once_it_ended() throws Exception {
    Ending.of(process.toHandle(), Duration.ofSeconds(5));

    assertThat(record.find()).isEmpty();
  }

  @Test
  void another_process_with_its_id_is_not_it() throws IOException {
    List<String> lines = Files.readAllLines(record.file());
    String earlier = Instant.parse(lines.get(1)).minusSeconds(60).toString();
    Files.write(record.file(), List.of(lines.get(0), earlier, lines.get(2)));
    assertThat(record.find()).as("same id and command, another start").isEmpty();

    Files.write(record.file(), List.of(lines.get(0), lines.get(1), "/bin/other"));
    assertThat(record.find()).as("same id and start, another command").isEmpty();
  }

  @Test
  void a_file_that_is_missing_or_cut_short_records_none() throws IOException {
    Files.writeString(record.file(), String.valueOf(process.pid()));
    assertThat(record.find()).isEmpty();

    record.forget();
    assertThat(record.find()).isEmpty();
  }

  @Test
  void one_that_does_not_listen_to_a_polite_word_is_ended_anyway() throws Exception {
    Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo on; sleep 60").start();
    assertThat(deaf.getInputStream().read()).as("it has begun").isEqualTo('o');

    Ending.of(deaf.toHandle(), Duration.ofMillis(300));

    assertThat(deaf.waitFor(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
  }
}
