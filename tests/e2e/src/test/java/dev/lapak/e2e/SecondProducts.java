package dev.lapak.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A second instance of products, on the same database, that may be killed at any time. */
final class SecondProducts implements AutoCloseable {

  private final Process process;
  private final Path log;

  private SecondProducts(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static SecondProducts start() {
    Lapak system = Lapak.running();
    Path log = system.home().resolve("products-2.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "dev.lapak.products.ProductsApplication",
                "--server.port=0")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "LAPAK_DB_PORT", String.valueOf(system.databasePort()),
                "LAPAK_DB_PASSWORD", system.secret("LAPAK_DB_PASSWORD_PRODUCTS"),
                "LAPAK_PRODUCTS_FILE_SECRET", system.secret("LAPAK_PRODUCTS_FILE_SECRET"),
                "LAPAK_CALLER_SECRETS_ROUTER", system.secret("LAPAK_CALLER_SECRETS_ROUTER"),
                "LAPAK_CALLER_SECRETS_EDGE", system.secret("LAPAK_CALLER_SECRETS_EDGE")));
    try {
      return new SecondProducts(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isUp() {
    try {
      return Files.readString(log).contains("Started ProductsApplication");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without a chance to say good-bye: SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
