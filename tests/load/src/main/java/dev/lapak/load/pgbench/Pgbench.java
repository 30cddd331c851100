package dev.lapak.load.pgbench;

import dev.lapak.load.Outcome;
import dev.lapak.load.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program that comes with PostgreSQL.
 *
 * @param program where it is installed
 */
public record Pgbench(Path program) {

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Duration ONCE = Duration.ofSeconds(30);

  /** Empty where it is not on the path. */
  public static Optional<Pgbench> find(String path) {
    return Stream.of(path.split(":"))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, "pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Pgbench::new);
  }

  /** One of the server's databases, and who works in it. */
  public record Database(String name, String user, int port, String password) {}

  /** Runs a script of any statements, each by itself. */
  void once(Database database, String script) {
    inDirectory(
        directory -> {
          Path file = directory.resolve("once.sql");
          Files.writeString(file, script);
          List<String> command = new ArrayList<>(command(database));
          command.addAll(List.of("--transactions=1", "--file=" + file, database.name()));
          return run(database, command, ONCE, directory);
        });
  }

  /** Runs a statement again and again over so many connections. */
  public Outcome run(Database database, Statement statement, int connections, Duration duration) {
    return inDirectory(directory -> run(database, statement, connections, duration, directory));
  }

  /** One of its own, gone afterwards. */
  private static <T> T inDirectory(Work<T> work) {
    try {
      Path directory = Files.createTempDirectory("lapak-pgbench");
      try {
        return work.in(directory);
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted.", e);
    }
  }

  private interface Work<T> {
    T in(Path directory) throws IOException, InterruptedException;
  }

  private Outcome run(
      Database database, Statement statement, int connections, Duration duration, Path directory)
      throws IOException, InterruptedException {
    String text =
        run(
            database,
            command(database, statement, connections, duration, directory),
            duration,
            directory);
    Matcher rate = RATE.matcher(text);
    if (!rate.find()) {
      throw new Trouble("pgbench failed: " + text.strip());
    }
    return outcome(latencies(directory), Double.parseDouble(rate.group(1)));
  }

  /** What it says. */
  private static String run(
      Database database, List<String> command, Duration duration, Path directory)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PGPASSWORD", database.password());
    Process process = builder.start();
    boolean ended;
    try {
      ended = process.waitFor(duration.plus(GRACE).toSeconds(), TimeUnit.SECONDS);
    } finally {
      process.destroy();
    }
    String text = Files.readString(output);
    if (!ended || process.exitValue() != 0) {
      throw new Trouble("pgbench failed: " + text.strip());
    }
    return text;
  }

  private List<String> command(Database database) {
    return List.of(
        program.toString(),
        "--host=127.0.0.1",
        "--port=" + database.port(),
        "--username=" + database.user(),
        "--no-vacuum");
  }

  private List<String> command(
      Database database, Statement statement, int connections, Duration duration, Path directory)
      throws IOException {
    List<String> command = new ArrayList<>(command(database));
    command.addAll(
        List.of(
            "--protocol=prepared",
            "--client=" + connections,
            "--jobs=1",
            "--time=" + duration.toSeconds(),
            "--log",
            "--log-prefix=transactions"));
    for (int draw = 0; draw < statement.draws().size(); draw++) {
      Path script = directory.resolve(draw + ".sql");
      Files.writeString(script, statement.script(draw));
      command.add("--file=" + script);
      for (Map.Entry<String, String> value : statement.draws().get(draw).entrySet()) {
        command.add(
            "--define=" + Statement.variable(value.getKey(), draw) + "=" + value.getValue());
      }
    }
    command.add(database.name());
    return command;
  }

  private static Latencies latencies(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      Path log =
          files
              .filter(file -> file.getFileName().toString().startsWith("transactions."))
              .findFirst()
              .orElseThrow(() -> new Trouble("pgbench wrote no log."));
      try (Stream<String> lines = Files.lines(log)) {
        return Latencies.of(lines.mapToLong(Latencies::microseconds));
      }
    }
  }

  private static Outcome outcome(Latencies latencies, double rate) {
    long count = latencies.count();
    return new Outcome(
        count,
        count,
        Duration.ofNanos((long) (count / rate * 1e9)),
        latencies.percentile(50),
        latencies.percentile(99),
        0,
        Map.of());
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
