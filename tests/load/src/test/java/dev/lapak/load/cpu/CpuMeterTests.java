package dev.lapak.load.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CpuMeterTests {

  private static final Part EDGE = new Part("edge", 4000, Group.JVM);
  private static final Part USERS = new Part("users", 4101, Group.JVM);
  private static final Part POSTGRES = new Part("postgres", 4432, Group.POSTGRES);

  private static final MeteredProcess JVM = new MeteredProcess(10, "java", "edge+users", Group.JVM);
  private static final MeteredProcess SERVER =
      new MeteredProcess(20, "postgres", "postgres", Group.POSTGRES);

  private Path root;

  /** A JVM that serves two ports and started PostgreSQL, which has one backend. */
  @BeforeEach
  void processes(@TempDir Path directory) throws IOException {
    root = directory;
    Files.createDirectories(root.resolve("net"));
    Files.writeString(
        root.resolve("net/tcp6"),
        """
          sl  local_address
          0: 0000000000000000FFFF00000100007F:0FA0 0:0 0A 0:0 00:0 0 0 0 501 1
          1: 0000000000000000FFFF00000100007F:1005 0:0 0A 0:0 00:0 0 0 0 502 1
        """);
    Files.writeString(
        root.resolve("net/tcp"),
        """
          sl  local_address
          0: 0100007F:1150 00000000:0000 0A 0:0 00:0 0 0 0 503 1
          1: 0100007F:1150 0100007F:9999 01 0:0 00:0 0 0 0 504 1
        """);
    process(1, "init", 0, 5, 0);
    process(10, "java", 1, 1000, 0, 501, 502);
    process(20, "postgres", 10, 10, 30, 503);
    process(21, "postgres", 20, 40, 0, 504);
    process(99, "somebody", 1, 7777, 0);
  }

  @Test
  void finds_processes_by_port_and_names_one_that_is_several_parts() {
    assertThat(meter().processes()).containsExactly(JVM, SERVER);
  }

  @Test
  void counts_children_with_the_nearest_part_and_nobody_else() {
    CpuTime spent = meter().read();

    assertThat(spent.of(Group.JVM)).isEqualTo(Duration.ofSeconds(10));
    assertThat(spent.of(Group.POSTGRES)).isEqualTo(Duration.ofMillis(800));
    assertThat(spent.total()).isEqualTo(Duration.ofMillis(10_800));
  }

  @Test
  void loses_nothing_when_a_backend_ends() throws IOException {
    CpuMeter meter = meter();
    CpuTime before = meter.read();

    // It spent 5 more; the kernel then hands its 45 to the postmaster, as an ended child's.
    Files.delete(root.resolve("21/stat"));
    process(20, "postgres", 10, 11, 75, 503);

    assertThat(meter.read().minus(before).of(Group.POSTGRES)).isEqualTo(Duration.ofMillis(60));
  }

  @Test
  void takes_the_parent_where_a_child_holds_the_same_socket() throws IOException {
    Files.createSymbolicLink(root.resolve("21/fd/9"), Path.of("socket:[503]"));

    assertThat(meter().processes()).contains(SERVER);
  }

  @Test
  void is_empty_when_nobody_listens() throws IOException {
    Files.delete(root.resolve("net/tcp"));

    assertThat(CpuMeter.of(List.of(EDGE, POSTGRES), new Proc(root))).isEmpty();
  }

  @Test
  void is_empty_where_there_is_no_such_table() {
    assertThat(CpuMeter.of(List.of(EDGE), new Proc(root.resolve("nothing")))).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void sees_what_this_very_process_spends() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Part self = new Part("self", socket.getLocalPort(), Group.JVM);
      Optional<CpuMeter> meter = CpuMeter.of(List.of(self));
      assertThat(meter).isPresent();
      CpuTime before = meter.get().read();

      long end = System.nanoTime() + 300_000_000;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }

      assertThat(meter.get().processes())
          .extracting(MeteredProcess::pid)
          .containsExactly((int) ProcessHandle.current().pid());
      assertThat(meter.get().read().minus(before).total()).isGreaterThan(Duration.ofMillis(50));
    }
  }

  private CpuMeter meter() {
    return CpuMeter.of(List.of(EDGE, USERS, POSTGRES), new Proc(root)).orElseThrow();
  }

  private void process(int pid, String name, int parent, int own, int ended, int... sockets)
      throws IOException {
    Path files = Files.createDirectories(root.resolve(pid + "/fd"));
    Files.writeString(
        root.resolve(pid + "/stat"),
        "%d (%s) S %d 1 1 0 -1 0 0 0 0 0 %d 0 %d 0 20 0".formatted(pid, name, parent, own, ended));
    for (int socket : sockets) {
      Path link = files.resolve(String.valueOf(socket));
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Path.of("socket:[" + socket + "]"));
    }
  }
}
