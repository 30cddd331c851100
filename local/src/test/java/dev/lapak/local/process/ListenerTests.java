package dev.lapak.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListenerTests {

  @Test
  void a_port_is_taken_while_somebody_listens_and_says_who() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertThat(Listener.isTaken(port)).isTrue();
      assertThat(Listener.answers(port)).isTrue();
      assertThat(Listener.on(port)).contains(ProcessHandle.current());
    }
    assertThat(Listener.isTaken(port)).isFalse();
    assertThat(Listener.answers(port)).isFalse();
    assertThat(Listener.on(port)).isEmpty();
  }

  @Test
  void a_port_of_all_addresses_is_taken_too() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(Listener.isTaken(socket.getLocalPort())).isTrue();
    }
  }
}
