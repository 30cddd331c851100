package dev.lapak.local.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** A system's directory: all that it keeps between runs. */
public record Home(Path path) {

  public Home {
    path = path.toAbsolutePath().normalize();
  }

  /** Where the environment says; else that of this copy of the project. */
  public static Home of(Path root, Map<String, String> environment) {
    return new Home(Path.of(environment.getOrDefault("LAPAK_HOME", root + "/.lapak")));
  }

  /** Makes what is missing; nobody else may look inside. */
  public Home open() throws IOException {
    for (Path directory : List.of(path, log(), run())) {
      Files.createDirectories(directory);
    }
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    return this;
  }

  public Path secrets() {
    return path.resolve("secrets");
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  /** There when the demo data is complete. */
  public Path demo() {
    return path.resolve("demo");
  }

  public Path log() {
    return path.resolve("log");
  }

  /** What is true only while the system runs. */
  public Path run() {
    return path.resolve("run");
  }

  /** Forgets all data and secrets; logs stay. */
  public void clear() throws IOException {
    for (Path kept : List.of(demo(), postgres(), secrets())) {
      FileSystemUtils.deleteRecursively(kept);
    }
  }
}
