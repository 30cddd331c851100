package dev.lapak.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.load.Trouble;
import dev.lapak.load.running.RunningLapak;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTests {

  @Test
  void can_not_measure_what_was_never_started(@TempDir Path home) {
    assertThat(run(Map.of("LAPAK_HOME", home.toString()))).isEqualTo(2);
  }

  @Test
  void can_not_measure_what_does_not_run(@TempDir Path home) throws IOException {
    Files.writeString(home.resolve("secrets"), "LAPAK_CALLER_SECRETS_ROUTER=secret\n");

    assertThat(
            run(
                Map.of(
                    "LAPAK_HOME",
                    home.toString(),
                    "LAPAK_EDGE_PORT",
                    String.valueOf(aPortWhereNobodyIs()))))
        .isEqualTo(2);
  }

  @Test
  void does_not_start_with_what_it_does_not_know() {
    assertThat(Bench.run(new String[] {"--host", "example.com"}, Map.of())).isEqualTo(2);
  }

  @Test
  void measures_no_other_machine(@TempDir Path home) throws IOException {
    Files.writeString(home.resolve("secrets"), "LAPAK_CALLER_SECRETS_ROUTER=secret\n");

    assertThatThrownBy(
            () -> RunningLapak.find(withOrdersAt(home, "http://orders.example.com/graphql")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("this machine only");
    assertThat(
            RunningLapak.find(withOrdersAt(home, "http://127.0.0.1:4104/graphql")).ports().orders())
        .isEqualTo(4104);
  }

  private static Map<String, String> withOrdersAt(Path home, String url) {
    return Map.of("LAPAK_HOME", home.toString(), "LAPAK_ORDERS_URL", url);
  }

  @Test
  void helps() {
    assertThat(Bench.run(new String[] {"--help"}, Map.of())).isZero();
  }

  private static int run(Map<String, String> environment) {
    return Bench.run(new String[] {"--quick"}, environment);
  }

  private static int aPortWhereNobodyIs() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
