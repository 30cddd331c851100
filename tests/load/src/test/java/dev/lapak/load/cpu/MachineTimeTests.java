package dev.lapak.load.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineTimeTests {

  @Test
  void adds_up_all_but_idle_and_waiting() {
    assertThat(MachineTime.parse("cpu  100 20 30 9999 8888 4 5 1 77 66\ncpu0 1 2 3 4 5 6 7 8\n"))
        .isEqualTo(Duration.ofMillis(1600));
  }
}
