package dev.lapak.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

  @Test
  void without_arguments_it_is_the_own_file() {
    assertThat(parse("")).isEqualTo(new Options(Optional.empty(), 16, 7));
  }

  @Test
  void all_can_be_said(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("orders.csv"), "");

    assertThat(parse("--buyers 200 " + file + " --seed -3"))
        .isEqualTo(new Options(Optional.of(file), 200, -3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--buyers",
        "--buyers 0",
        "--buyers 201",
        "--buyers x",
        "--seed",
        "--seed 1.5",
        "--fast",
        "/no/such/file",
        "/tmp"
      })
  void what_is_not_understood_is_said(String arguments) {
    assertThatExceptionOfType(SetupException.class).isThrownBy(() -> parse(arguments));
  }

  private static Options parse(String arguments) {
    return Options.parse(
        Arrays.stream(arguments.split(" ")).filter(each -> !each.isEmpty()).toList(), 7);
  }
}
