package dev.lapak.load.running;

import dev.lapak.load.Trouble;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** What {@code ./lapak up} made once, such as the router's proof and the databases' passwords. */
public final class Secrets {

  private final Path file;
  private final Properties values;

  private Secrets(Path file, Properties values) {
    this.file = file;
    this.values = values;
  }

  static Secrets read(Path file) {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (IOException e) {
      throw new Trouble(
          "No secrets at %s: start Lapak with ./lapak up, in another terminal.".formatted(file), e);
    }
    return new Secrets(file, values);
  }

  /** How the router proves to subgraphs who it is. */
  public String router() {
    return get("LAPAK_CALLER_SECRETS_ROUTER");
  }

  /** Of the subgraph's own database role. */
  public String database(String subgraph) {
    return get("LAPAK_DB_PASSWORD_" + subgraph.toUpperCase(Locale.ROOT));
  }

  /** Of the database server's superuser. */
  public String superuser() {
    return get("LAPAK_POSTGRES_PASSWORD");
  }

  /** Of all people of the demo data. */
  public String demoPassword() {
    return get("LAPAK_DEMO_PASSWORD");
  }

  private String get(String name) {
    String value = values.getProperty(name);
    if (value == null) {
      throw new Trouble("%s has no %s.".formatted(file, name));
    }
    return value;
  }
}
