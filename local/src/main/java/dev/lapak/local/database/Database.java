package dev.lapak.local.database;

import dev.lapak.local.state.Home;
import dev.lapak.local.state.Secret;
import dev.lapak.local.state.Secrets;
import dev.lapak.local.state.SetupException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded PostgreSQL: one server, a database and a role for each subgraph. */
public final class Database {

  private static final Logger log = LoggerFactory.getLogger(Database.class);

  /** Nobody gets in without a password, from this machine either. */
  private static final List<String> WHO_MAY_CONNECT =
      List.of("host all all 127.0.0.1/32 scram-sha-256");

  private final Home home;
  private final Path binaries;
  private final int port;
  private final Secrets secrets;
  private @Nullable EmbeddedPostgres server;

  /**
   * @param binaries where PostgreSQL itself is unpacked to, once
   */
  public Database(Home home, Path binaries, int port, Secrets secrets) {
    this.home = home;
    this.binaries = binaries;
    this.port = port;
    this.secrets = secrets;
  }

  /** Stops a server that outlived its launcher. */
  public static void endOrphan(Home home) throws IOException, InterruptedException {
    new DataDirectory(home.postgres()).endOrphan();
  }

  /** Whether there are data of an earlier run. */
  public static boolean exists(Home home) {
    return new DataDirectory(home.postgres()).isReady();
  }

  /** The server of a running system. */
  public static Optional<ProcessHandle> running(Home home) throws IOException {
    return new DataDirectory(home.postgres()).postmaster();
  }

  public synchronized void start() throws IOException, SQLException {
    DataDirectory data = new DataDirectory(home.postgres());
    data.clearIncomplete();
    Files.createDirectories(binaries);
    Path password = password();
    try {
      server =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(binaries.toFile())
              .setDataDirectory(data.path())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPort(port)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setConnectConfig("password", secrets.get(Secret.POSTGRES_PASSWORD))
              // These become options of initdb.
              .setLocaleConfig("pwfile", password.toString())
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("locale", "C")
              .setDataDirectoryCustomizer(Database::closeDoors)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("max_connections", "150")
              .setServerConfig("shared_preload_libraries", "pg_stat_statements")
              // The library is made for tests and would trade durability for speed.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setOutputRedirector(output())
              .setErrorRedirector(output())
              .start();
    } catch (IllegalStateException e) {
      throw new SetupException(
          "PostgreSQL could not be set up; %s says why. (It does not run as root where \"unshare -U\" is not allowed.)"
              .formatted(home.log().resolve("postgres.log")));
    } finally {
      Files.delete(password);
      // The library lets everybody write there.
      Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwx------"));
    }
    Roles.create(server.getPostgresDatabase(), secrets);
    data.markReady();
  }

  /**
   * Starts it again whenever it ends by itself.
   *
   * @param console is told
   */
  public void watch(Consumer<String> console) {
    Watch watch =
        new Watch(
            this, new DataDirectory(home.postgres()), home.log().resolve("postgres.log"), console);
    Thread.ofVirtual().name("postgres-watch").start(watch);
  }

  /** Waits for a stop to be over. */
  synchronized boolean isStopped() {
    return server == null;
  }

  /** Whether it runs again; not once it is stopped. */
  synchronized boolean startAgain() throws InterruptedException {
    if (server == null) {
      return false;
    }
    try {
      return new DataDirectory(home.postgres())
          .startAgain(home.log().resolve("postgres.log").toAbsolutePath());
    } catch (IOException e) {
      log.error("PostgreSQL does not start again", e);
      return false;
    }
  }

  public synchronized void stop() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  private Path password() throws IOException {
    Path file = Files.createTempFile(home.run(), "postgres", null);
    Files.writeString(file, secrets.get(Secret.POSTGRES_PASSWORD) + "\n");
    return file;
  }

  private ProcessBuilder.Redirect output() {
    return ProcessBuilder.Redirect.appendTo(home.log().resolve("postgres.log").toFile());
  }

  private static void closeDoors(File data) {
    try {
      Files.write(data.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
