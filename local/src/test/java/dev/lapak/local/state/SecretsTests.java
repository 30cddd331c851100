package dev.lapak.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {

  private final Path directory;

  SecretsTests(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void are_made_once_and_differ() throws IOException {
    Secrets made = Secrets.open(file());
    Secrets read = Secrets.open(file());

    assertThat(Arrays.stream(Secret.values()).map(made::get)).doesNotHaveDuplicates();
    for (Secret secret : Secret.values()) {
      assertThat(read.get(secret)).isEqualTo(made.get(secret));
    }
    assertThat(Files.list(directory)).containsExactly(file());
  }

  @Test
  void are_long_unless_people_type_them() throws IOException {
    Secrets secrets = Secrets.open(file());

    assertThat(secrets.get(Secret.CALLER_SECRETS_EDGE)).matches("[0-9a-f]{64}");
    assertThat(secrets.get(Secret.DEMO_PASSWORD)).matches("[a-z2-9]{4}(-[a-z2-9]{4}){2}");
  }

  @Test
  void can_be_read_by_their_owner_only_even_if_that_was_changed() throws IOException {
    Secrets.open(file());
    assertThat(permissions()).isEqualTo("rw-------");

    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    Secrets.open(file());
    assertThat(permissions()).isEqualTo("rw-------");
  }

  @Test
  void a_missing_one_is_added_and_the_others_stay() throws IOException {
    Files.writeString(file(), "# mine\n\nLAPAK_ADMIN_PASSWORD=a=b\nSOMETHING_ELSE=x\n");

    Secrets secrets = Secrets.open(file());

    assertThat(secrets.get(Secret.ADMIN_PASSWORD)).isEqualTo("a=b");
    assertThat(Files.readString(file()))
        .contains("LAPAK_ADMIN_PASSWORD=a=b\n", "LAPAK_CALLER_SECRETS_ROUTER=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LAPAK_ADMIN_PASSWORD", "=x", "LAPAK_ADMIN_PASSWORD="})
  void a_line_that_is_none_is_named(String line) throws IOException {
    Files.writeString(file(), "\n" + line + "\n");

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> Secrets.open(file()))
        .withMessageContaining("line 2");
  }

  private Path file() {
    return directory.resolve("secrets");
  }

  private String permissions() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
  }
}
