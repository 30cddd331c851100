package dev.lapak.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL 18, started once per JVM; each context gets an empty database of its own. */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** Makes an empty database and says how to reach it, as {@code lapak.db.*} properties. */
  public static Map<String, String> create() {
    String name = "test_" + COUNT.incrementAndGet();
    try (var connection = server().getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("could not create " + name, e);
    }
    return Map.of(
        "lapak.db.host", "127.0.0.1",
        "lapak.db.port", String.valueOf(server().getPort()),
        "lapak.db.name", name,
        "lapak.db.user", "postgres",
        "lapak.db.password", "postgres");
  }

  /** For checks beside the application. */
  public static DataSource dataSource(String name) {
    return server().getDatabase("postgres", name);
  }

  private static EmbeddedPostgres server() {
    return Server.INSTANCE;
  }

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            // As Lapak's own, which knows no letters beyond ASCII by itself, wherever tests run.
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "200")
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("full_page_writes", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
