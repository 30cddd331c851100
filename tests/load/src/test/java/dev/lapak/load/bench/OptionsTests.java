package dev.lapak.load.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.load.Trouble;
import dev.lapak.load.workload.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

  @Test
  void has_defaults() {
    assertThat(Options.parse())
        .isEqualTo(new Options(Duration.ofSeconds(10), Duration.ofSeconds(60), Optional.empty()));
  }

  @Test
  void takes_all() {
    assertThat(Options.parse("--seconds", "60", "--warm-up", "0", "--json", "out.json"))
        .isEqualTo(
            new Options(Duration.ofSeconds(60), Duration.ZERO, Optional.of(Path.of("out.json"))));
  }

  @Test
  void can_be_quick_and_still_write() {
    assertThat(Options.parse("--json", "x", "--quick"))
        .isEqualTo(
            new Options(Duration.ofSeconds(3), Duration.ofSeconds(5), Optional.of(Path.of("x"))));
  }

  @Test
  void warms_up_what_lies_behind_the_door_for_less_long() {
    Options options = Options.parse();

    assertThat(options.warmUp(Target.edge(4000))).isEqualTo(Duration.ofSeconds(60));
    assertThat(options.warmUp(Target.subgraph("products", 4102, "secret")))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--seconds 0",
        "--seconds 61",
        "--seconds x",
        "--seconds",
        "--warm-up -1",
        "--warm-up 121",
        "--json",
        "--host example.com",
        "quick"
      })
  void refuses_the_rest(String arguments) {
    assertThatThrownBy(() -> Options.parse(arguments.split(" ")))
        .isInstanceOf(Trouble.class)
        .message()
        .isNotBlank();
  }
}
