package dev.lapak.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.lapak.local.process.Listener;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.Secret;
import dev.lapak.local.state.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTests {

  private final Path directory;
  private Home home;
  private Secrets secrets;
  private Database database;
  private int port;

  DatabaseTests(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void prepare() throws IOException {
    home = new Home(directory.resolve("a home")).open();
    secrets = Secrets.open(home.secrets());
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    database = newDatabase();
  }

  @AfterEach
  void stop() throws Exception {
    database.stop();
    Database.endOrphan(home);
  }

  @Test
  void each_subgraph_gets_into_its_own_database_and_no_other() throws Exception {
    database.start();

    for (String name : List.of("users", "products", "inventory", "orders")) {
      try (Connection connection = connect(name, name, password(name));
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE mine (x int)");
        statement.execute("CREATE EXTENSION pg_trgm");
      }
    }
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> connect("users", "orders", password("orders")))
        .withMessageContaining("permission denied");
    for (String wrong : List.of("", "postgres", password("orders"))) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> connect("users", "users", wrong))
          .withMessageContaining("assword");
    }
  }

  @Test
  void data_stay_between_runs() throws Exception {
    database.start();
    keep("kept");
    database.stop();
    database = newDatabase();

    database.start();

    assertThat(kept()).isEqualTo("kept");
  }

  @Test
  void a_server_that_outlived_its_launcher_is_stopped_and_loses_nothing() throws Exception {
    database.start();
    keep("kept");
    // The launcher was killed: nobody stopped the server, and another one comes.
    Database.endOrphan(home);
    assertThat(home.postgres().resolve("postmaster.pid")).doesNotExist();
    // In this JVM, which lives on, the library still holds its lock.
    database.stop();
    database = newDatabase();

    database.start();

    assertThat(kept()).isEqualTo("kept");
  }

  @Test
  void is_started_again_when_it_dies_and_loses_nothing() throws Exception {
    List<String> said = new CopyOnWriteArrayList<>();
    database.start();
    database.watch(said::add);
    keep("kept");

    long postmaster =
        Long.parseLong(Files.readAllLines(home.postgres().resolve("postmaster.pid")).getFirst());
    ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();

    await().atMost(Duration.ofSeconds(60)).until(() -> said.contains("PostgreSQL answers again."));
    assertThat(said.getFirst()).contains("PostgreSQL ended", "postgres.log");
    assertThat(kept()).isEqualTo("kept");
    database.stop();
    assertThat(said.getLast()).isEqualTo("PostgreSQL answers again.");
    assertThat(Listener.isTaken(port)).isFalse();
  }

  @Test
  void is_started_again_as_soon_as_what_it_left_running_has_ended() throws Exception {
    List<String> said = new CopyOnWriteArrayList<>();
    database.start();
    database.watch(said::add);
    keep("kept");
    ProcessHandle postmaster =
        ProcessHandle.of(
                Long.parseLong(
                    Files.readAllLines(home.postgres().resolve("postmaster.pid")).getFirst()))
            .orElseThrow();
    // One of its processes hangs, and holds its shared memory.
    ProcessHandle hanging = postmaster.children().findFirst().orElseThrow();
    signal("-STOP", hanging);
    postmaster.destroyForcibly();
    Thread.sleep(4_000);
    assertThat(said).hasSize(1);
    hanging.destroyForcibly();

    await().atMost(Duration.ofSeconds(30)).until(() -> said.contains("PostgreSQL answers again."));
    assertThat(kept()).isEqualTo("kept");
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    new ProcessBuilder("kill", name, String.valueOf(process.pid())).start().waitFor();
  }

  @Test
  void a_process_that_is_no_server_is_left_alone_whatever_the_pid_file_says() throws Exception {
    database.start();
    database.stop();
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      Files.write(
          home.postgres().resolve("postmaster.pid"),
          List.of(
              String.valueOf(other.pid()),
              home.postgres().toString(),
              String.valueOf(System.currentTimeMillis() / 1000)));

      Database.endOrphan(home);

      assertThat(other.isAlive()).isTrue();
      database = newDatabase();
      database.start();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void a_first_start_that_was_cut_short_begins_anew() throws Exception {
    Files.createDirectories(home.postgres().resolve("base"));
    Files.writeString(home.postgres().resolve("PG_VERSION"), "18\n");

    database.start();

    try (Connection connection = connect("users", "users", password("users"))) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  private Database newDatabase() {
    // Unpacked once for all tests.
    return new Database(home, Path.of("target", "postgres").toAbsolutePath(), port, secrets);
  }

  private void keep(String word) throws SQLException {
    try (Connection connection = connect("users", "users", password("users"));
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE word AS SELECT '" + word + "' AS word");
    }
  }

  private String kept() throws SQLException {
    try (Connection connection = connect("users", "users", password("users"));
        var rows = connection.createStatement().executeQuery("SELECT word FROM word")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private String password(String name) {
    return secrets.get(Secret.valueOf("DB_PASSWORD_" + name.toUpperCase(java.util.Locale.ROOT)));
  }

  private Connection connect(String name, String user, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), user, password);
  }
}
