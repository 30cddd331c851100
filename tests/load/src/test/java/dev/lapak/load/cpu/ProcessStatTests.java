package dev.lapak.load.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessStatTests {

  @Test
  void adds_own_and_ended_childrens_user_and_system_time() {
    ProcessStat stat =
        ProcessStat.parse("4711 (postgres) S 42 4711 4711 0 -1 4194560 9 8 0 0 100 20 3 4 20 0 1");

    assertThat(stat).isEqualTo(new ProcessStat(4711, "postgres", 42, Duration.ofMillis(1270)));
  }

  @Test
  void takes_a_name_with_blanks_and_parentheses() {
    ProcessStat stat = ProcessStat.parse("7 (a) b (c)) R 1 7 7 0 -1 0 0 0 0 0 1 0 0 0 20 0 1 0 5");

    assertThat(stat.name()).isEqualTo("a) b (c)");
    assertThat(stat.parent()).isEqualTo(1);
  }

  @Test
  void refuses_what_is_no_such_line() {
    assertThatThrownBy(() -> ProcessStat.parse("nonsense"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
