package dev.lapak.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The system under test, as {@code ./lapak up} starts it: once per run, in a process, a home and
 * ports of its own, with the demo catalogue and nothing of earlier runs. Services reach the
 * subgraphs through a {@link Cable} each.
 */
final class Lapak {

  static final List<String> SUBGRAPHS = List.of("users", "products", "inventory", "orders");

  private static final int OFFSET = freeOffset();
  private static final long PATIENCE_SECONDS = 240;

  private static @Nullable Lapak running;

  /** Where its orders in rupiahs are paid. */
  static final Midtrans MIDTRANS = new Midtrans();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Cable> cables;
  private volatile Process launcher;

  private Lapak(Map<String, Cable> cables, Process launcher) {
    this.cables = cables;
    this.launcher = launcher;
  }

  static synchronized Lapak running() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  /** Where the project is. */
  static Path root() {
    return Path.of(System.getProperty("lapak.root")).toAbsolutePath().normalize();
  }

  URI door() {
    return URI.create("http://127.0.0.1:" + (4000 + OFFSET));
  }

  Path home() {
    return Path.of(System.getProperty("lapak.e2e.home"));
  }

  /** The one to that subgraph. */
  Cable cable(String subgraph) {
    return Objects.requireNonNull(cables.get(subgraph), subgraph);
  }

  /** A line of the secrets. */
  String secret(String name) {
    try (var lines = Files.lines(home().resolve("secrets"))) {
      return lines
          .filter(line -> line.startsWith(name + "="))
          .map(line -> line.substring(name.length() + 1))
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks a subgraph's own port with no proof of who calls. */
  Answer askSubgraph(String name, String document) {
    return send(
        HttpRequest.newBuilder(subgraph(name).resolve("/graphql"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + document + "\"}"))
            .build());
  }

  /** A subgraph's metrics, in Prometheus' format. */
  String metrics(String name) {
    return send(HttpRequest.newBuilder(subgraph(name).resolve("/actuator/prometheus")).build())
        .body();
  }

  int databasePort() {
    return 4432 + OFFSET;
  }

  /** As its superuser. */
  Connection database(String name) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + databasePort() + "/" + name,
        "postgres",
        secret("LAPAK_POSTGRES_PASSWORD"));
  }

  private static URI subgraph(String name) {
    return URI.create("http://127.0.0.1:" + (4101 + SUBGRAPHS.indexOf(name) + OFFSET));
  }

  private Answer send(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Lapak start() {
    Map<String, Cable> cables =
        SUBGRAPHS.stream()
            .collect(Collectors.toMap(name -> name, name -> Cable.to(subgraph(name).getPort())));
    Path home = Path.of(System.getProperty("lapak.e2e.home"));
    try {
      Files.createDirectories(home);
      Process launcher = program(cables, home, "dev.lapak.local.Launcher", "--fresh");
      Lapak system = new Lapak(cables, launcher);
      Runtime.getRuntime().addShutdownHook(new Thread(system::stop));
      system.awaitReady();
      return system;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a program of the launcher's module, as the script does. */
  private static Process program(
      Map<String, Cable> cables, Path home, String main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                main));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(home, main).toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "LAPAK_HOME", home.toString(),
                "LAPAK_PORT_OFFSET", String.valueOf(OFFSET),
                "LAPAK_MIDTRANS_SERVER_KEY", Midtrans.SERVER_KEY,
                "LAPAK_MIDTRANS_SNAP_URL", MIDTRANS.url(),
                "LAPAK_MIDTRANS_API_URL", MIDTRANS.url()));
    cables.forEach(
        (name, cable) ->
            builder
                .environment()
                .put(
                    "LAPAK_%s_URL".formatted(name.toUpperCase(Locale.ROOT)),
                    "http://127.0.0.1:%d/graphql".formatted(cable.port())));
    return builder.start();
  }

  private static Path log(Path home, String main) {
    return home.resolve(
        main.substring(main.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) + ".log");
  }

  /** Ends all services at once, without a word; PostgreSQL and the router are left alone. */
  void kill() throws InterruptedException {
    launcher.destroyForcibly().waitFor();
  }

  /** On the same data, as {@code ./lapak up} would. */
  void startAgain() throws IOException {
    launcher = program(cables, home(), "dev.lapak.local.Launcher");
    awaitReady();
  }

  /** Looks for what must never be, as {@code ./lapak check} does. */
  Finished check() throws IOException, InterruptedException {
    String main = "dev.lapak.local.check.Check";
    int exitCode = program(cables, home(), main).waitFor();
    return new Finished(exitCode, Files.readString(log(home(), main)));
  }

  /** Checks out invoices, as {@code ./lapak replay} does. */
  Finished replay(String... arguments) throws IOException, InterruptedException {
    String main = "dev.lapak.local.replay.Replay";
    int exitCode = program(cables, home(), main, arguments).waitFor();
    return new Finished(exitCode, Files.readString(log(home(), main)));
  }

  /** Kills another system at random, as {@code ./lapak chaos} does. */
  Finished chaos(String... arguments) throws IOException, InterruptedException {
    String main = "dev.lapak.local.chaos.Chaos";
    int exitCode = program(Map.of(), home(), main, arguments).waitFor();
    return new Finished(exitCode, Files.readString(log(home(), main)));
  }

  /** How a program ended, and what it said. */
  record Finished(int exitCode, String output) {}

  /** Another system may be running on this machine. */
  private static int freeOffset() {
    return IntStream.iterate(10_000, offset -> offset + 500)
        .limit(30)
        .filter(offset -> isFree(4000 + offset) && isFree(4432 + offset))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private void awaitReady() {
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      if (!launcher.isAlive()) {
        throw new IllegalStateException(
            "the launcher ended; see " + home().resolve("launcher.log"));
      }
      if (saysReady()) {
        return;
      }
      pause();
    }
    throw new IllegalStateException("not ready in time; see " + home().resolve("launcher.log"));
  }

  private boolean saysReady() {
    try {
      return Files.readString(home().resolve("launcher.log")).contains("Lapak is up");
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void stop() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(30, TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      launcher.destroyForcibly();
    }
  }
}
