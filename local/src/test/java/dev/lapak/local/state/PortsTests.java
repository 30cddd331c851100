package dev.lapak.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTests {

  @Test
  void are_the_documented_ones() {
    Ports ports = Ports.from(Map.of());

    assertThat(ports.of(Port.EDGE)).isEqualTo(4000);
    assertThat(ports.of(Port.ROUTER)).isEqualTo(4001);
    assertThat(ports.of(Port.ORDERS)).isEqualTo(4104);
    assertThat(ports.of(Port.POSTGRES)).isEqualTo(4432);
  }

  @Test
  void all_move_by_the_offset_and_one_by_its_own_variable() {
    Ports ports = Ports.from(Map.of("LAPAK_PORT_OFFSET", "1000", "LAPAK_USERS_PORT", "9999"));

    assertThat(ports.of(Port.EDGE)).isEqualTo(5000);
    assertThat(ports.of(Port.USERS)).isEqualTo(9999);
  }

  @Test
  void an_empty_variable_is_none() {
    assertThat(Ports.from(Map.of("LAPAK_PORT_OFFSET", " ")).of(Port.EDGE)).isEqualTo(4000);
  }

  @Test
  void end_at_65535() {
    assertThat(Ports.from(Map.of("LAPAK_EDGE_PORT", "65535")).of(Port.EDGE)).isEqualTo(65_535);
  }

  @ParameterizedTest
  @CsvSource({
    "LAPAK_PORT_OFFSET, many, not a number",
    "LAPAK_PORT_OFFSET, 2147483648, not a number",
    "LAPAK_EDGE_PORT, 65536, not a port",
    "LAPAK_EDGE_PORT, 0, not a port",
    "LAPAK_PORT_OFFSET, -5000, not a port",
    "LAPAK_EDGE_PORT, 4001, both",
  })
  void what_is_no_port_is_said_by_name(String variable, String value, String message) {
    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> Ports.from(Map.of(variable, value)))
        .withMessageContaining(message)
        .withMessageContaining("LAPAK_");
  }
}
