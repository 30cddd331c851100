package dev.lapak.load.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.load.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

  @Test
  void are_lines_of_names_and_values(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("secrets"),
            "# Made by ./lapak up\nLAPAK_CALLER_SECRETS_ROUTER=abc\nLAPAK_DB_PASSWORD_PRODUCTS=def\n");

    Secrets secrets = Secrets.read(file);

    assertThat(secrets.router()).isEqualTo("abc");
    assertThat(secrets.database("products")).isEqualTo("def");
    assertThatThrownBy(secrets::demoPassword)
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("LAPAK_DEMO_PASSWORD");
  }

  @Test
  void are_missing_where_nothing_was_started(@TempDir Path directory) {
    assertThatThrownBy(() -> Secrets.read(directory.resolve("secrets")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("./lapak up");
  }
}
