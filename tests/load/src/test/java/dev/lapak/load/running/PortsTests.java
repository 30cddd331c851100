package dev.lapak.load.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.load.Trouble;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTests {

  @Test
  void are_the_usual_ones() {
    assertThat(Ports.from(Map.of())).isEqualTo(new Ports(4000, 4001, 4101, 4102, 4103, 4104, 4432));
  }

  @Test
  void move_together_and_each_by_itself() {
    assertThat(Ports.from(Map.of("LAPAK_PORT_OFFSET", " 1000 ", "LAPAK_ORDERS_PORT", "7777")))
        .isEqualTo(new Ports(5000, 5001, 5101, 5102, 5103, 7777, 5432));
  }

  @Test
  void must_be_ports() {
    assertThatThrownBy(() -> Ports.from(Map.of("LAPAK_PORT_OFFSET", "x")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("LAPAK_PORT_OFFSET");
    assertThatThrownBy(() -> Ports.from(Map.of("LAPAK_EDGE_PORT", "65536")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("LAPAK_EDGE_PORT");
  }
}
