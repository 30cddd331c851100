package dev.lapak.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.error.RequestErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPageTests {

  @ParameterizedTest
  @EnumSource(RequestErrorCode.class)
  void every_code_has_its_line_in_the_documentation(RequestErrorCode code) throws IOException {
    assertThat(Files.readString(Path.of("../../docs/errors.md"))).contains("\n| `" + code + "` |");
  }
}
