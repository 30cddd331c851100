package dev.lapak.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.local.state.SetupException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

  @Test
  void five_seconds_a_line_unless_told_otherwise() {
    assertThat(Options.parse(List.of()))
        .isEqualTo(new Options(Duration.ofSeconds(5), Optional.empty()));
  }

  @Test
  void both_options_in_any_order(@TempDir Path directory) {
    Path file = directory.resolve("figures.json");
    Options both = new Options(Duration.ofSeconds(60), Optional.of(file));
    assertThat(Options.parse(List.of("--seconds", "60", "--json", file.toString())))
        .isEqualTo(both);
    assertThat(Options.parse(List.of("--json", file.toString(), "--seconds", "60")))
        .isEqualTo(both);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--second 5", "5", "--seconds", "--json", "--json FILE --seconds"})
  void unknown_and_incomplete_options_are_refused(String arguments) {
    assertThatThrownBy(() -> Options.parse(List.of(arguments.split(" "))))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("./lapak bench inventory --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "61", "-1", "1.5", "five"})
  void seconds_are_bounded(String value) {
    assertThatThrownBy(() -> Options.parse(List.of("--seconds", value)))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("1 to 60");
  }

  @Test
  void a_file_that_can_not_be_written_is_refused_before_anything_is_measured(
      @TempDir Path directory) {
    for (Path file : List.of(directory, directory.resolve("none/figures.json"))) {
      assertThatThrownBy(() -> Options.parse(List.of("--json", file.toString())))
          .isInstanceOf(SetupException.class)
          .hasMessageContaining("--json can't write");
    }
  }
}
