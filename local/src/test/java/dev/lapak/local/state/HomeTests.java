package dev.lapak.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTests {

  private final Path directory;

  HomeTests(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void nobody_else_may_look_inside() throws IOException {
    Home home = new Home(directory.resolve("a home with blanks")).open();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path())))
        .isEqualTo("rwx------");
  }

  @Test
  void clearing_forgets_data_and_secrets_and_nothing_else() throws IOException {
    Home home = new Home(directory).open();
    Files.createDirectories(home.postgres().resolve("base/1"));
    Files.writeString(home.postgres().resolve("base/1/file"), "x");
    Files.writeString(home.secrets(), "x");
    Files.writeString(home.demo(), "x");
    Files.writeString(home.log().resolve("services.log"), "x");
    Files.writeString(directory.resolve("mine"), "x");

    home.clear();

    assertThat(home.postgres()).doesNotExist();
    assertThat(home.secrets()).doesNotExist();
    assertThat(home.demo()).doesNotExist();
    assertThat(home.log().resolve("services.log")).exists();
    assertThat(directory.resolve("mine")).exists();
  }
}
