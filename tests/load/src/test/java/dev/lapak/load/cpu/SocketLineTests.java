package dev.lapak.load.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SocketLineTests {

  @Test
  void reads_a_listener() {
    assertThat(
            SocketLine.parse(
                "   0: 0100007F:0FA0 00000000:0000 0A 00000000:00000000 00:00000000 00000000"
                    + "     0        0 12345 1 0000000000000000 100 0 0 10 0"))
        .isEqualTo(new SocketLine(4000, true, 12345));
  }

  @Test
  void reads_a_connection_of_ipv6() {
    assertThat(
            SocketLine.parse(
                "  17: 0000000000000000FFFF00000100007F:1005 0000000000000000FFFF00000100007F:8000"
                    + " 01 00000000:00000000 00:00000000 00000000     0        0 99 1 0000000000000000"))
        .isEqualTo(new SocketLine(4101, false, 99));
  }
}
