package dev.lapak.local.bench;

import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One conditional update for each reservation, in a transaction of its own: no ledger, no lines, no
 * reservation. It has as many connections as inventory's pool; more only queue.
 */
final class Naive {

  static final String HOT = "naive, one hot product";
  static final String COLD = "naive, 1,000 products";
  static final String JDBC = "JDBC";
  static final String PGBENCH = "pgbench";

  private static final int CONNECTIONS = 16;
  private static final String UPDATE =
      "UPDATE naive SET free = free - 1 WHERE product_id = ? AND free >= 1";

  private final Sandbox sandbox;

  Naive(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  static int connections(int callers) {
    return Math.min(callers, CONNECTIONS);
  }

  Line byJdbc(String what, List<UUID> products, int callers, Duration duration)
      throws SQLException, InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Times times = new Times();
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < connections(callers); i++) {
      connections.add(sandbox.source().getConnection());
    }
    long begin = System.nanoTime();
    long end = begin + duration.toNanos();
    try (var threads = Executors.newFixedThreadPool(connections.size())) {
      List<Future<Void>> all = new ArrayList<>();
      for (Connection connection : connections) {
        all.add(
            threads.submit(
                () -> {
                  update(connection, products, end, times);
                  return null;
                }));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
    return Line.of(what, JDBC, connections.size(), elapsed, times.take(), load);
  }

  private static void update(Connection connection, List<UUID> products, long end, Times times)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
      while (System.nanoTime() < end) {
        long begin = System.nanoTime();
        statement.setObject(1, products.get(ThreadLocalRandom.current().nextInt(products.size())));
        if (statement.executeUpdate() != 1) {
          throw new IllegalStateException("no stock");
        }
        times.add(System.nanoTime() - begin);
      }
    }
  }

  /** Empty where pgbench is not on the path. */
  static Stream<Path> program(String path) {
    return Stream.of(path.split(":"))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, "pgbench"))
        .filter(Files::isExecutable)
        .limit(1);
  }

  Line byPgbench(Path program, UUID product, int callers, Duration duration)
      throws IOException, InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Path script = Files.createTempFile("lapak-naive", ".sql");
    Files.writeString(script, UPDATE.replace("?", "'" + product + "'") + ";\n");
    int clients = connections(callers);
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + sandbox.serverPort(),
                "--username=postgres",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=1",
                "--time=" + Math.max(1, duration.toSeconds()),
                "--file=" + script,
                Sandbox.DATABASE)
            .redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", sandbox.password());
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Files.delete(script);
    double rate = find(text, "tps = ([0-9.]+)");
    double mean = find(text, "latency average = ([0-9.]+)");
    return new Line(
        HOT,
        PGBENCH,
        clients,
        (long) (rate * duration.toSeconds()),
        rate,
        mean,
        Double.NaN,
        load,
        null);
  }

  private static double find(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new SetupException("pgbench failed: " + text.strip());
    }
    return Double.parseDouble(found.group(1));
  }
}
