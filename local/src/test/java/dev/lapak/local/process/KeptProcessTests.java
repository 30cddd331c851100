package dev.lapak.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a JVM that listens. */
class KeptProcessTests {

  private final Path directory;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private RecordedProcess record;
  private KeptProcess router;
  private int port;

  KeptProcessTests(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void prepare() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    record = new RecordedProcess(directory.resolve("router.pid"));
    router =
        router(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "jwebserver").toString(),
                "--port",
                String.valueOf(port)));
  }

  @AfterEach
  void stop() throws Exception {
    router.stop();
  }

  @Test
  void is_ready_when_it_listens_and_gone_when_stopped() throws Exception {
    router.start();
    assertThat(Listener.answers(port)).isTrue();
    ProcessHandle process = record.find().orElseThrow();

    router.stop();

    assertThat(process.isAlive()).isFalse();
    assertThat(record.file()).doesNotExist();
    assertThat(said).isEmpty();
  }

  @Test
  void is_started_again_when_it_dies() throws Exception {
    router.start();
    ProcessHandle first = record.find().orElseThrow();

    first.destroyForcibly();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> said.size() == 2 && record.find().isPresent());
    assertThat(said.get(0)).contains("The router ended", "starts again in 1 s");
    assertThat(said.get(1)).isEqualTo("The router answers again.");
    assertThat(record.find().orElseThrow().pid()).isNotEqualTo(first.pid());
  }

  @Test
  void one_that_does_not_start_says_where_the_reason_is() throws Exception {
    router = router(List.of("sh", "-c", "echo no such schema; exit 3"));

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> router.start())
        .withMessageContaining("router.log");
    assertThat(Files.readString(directory.resolve("router.log"))).contains("no such schema");
  }

  @Test
  void one_that_outlived_its_launcher_is_ended_by_the_next() throws Exception {
    router.start();
    ProcessHandle orphan = record.find().orElseThrow();

    KeptProcess.endOrphan(record);

    assertThat(orphan.isAlive()).isFalse();
    assertThat(record.file()).doesNotExist();
  }

  private KeptProcess router(List<String> command) {
    return new KeptProcess(
        "router", command, Map.of(), port, directory.resolve("router.log"), record, said::add);
  }
}
