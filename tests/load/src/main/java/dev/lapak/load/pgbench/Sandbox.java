package dev.lapak.load.pgbench;

import dev.lapak.load.Trouble;
import dev.lapak.load.pgbench.Pgbench.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A database of its own on the same server, as a subgraph's migrations make it; gone afterwards.
 */
public final class Sandbox implements AutoCloseable {

  private static final String NAME = "lapak_bench";

  private final Pgbench pgbench;
  private final Database server;

  private Sandbox(Pgbench pgbench, Database server) {
    this.pgbench = pgbench;
    this.server = server;
  }

  /**
   * @param server as its superuser
   * @param migrations the directory of {@code V1__name.sql} and so on
   */
  public static Sandbox prepare(Pgbench pgbench, Database server, Path migrations) {
    Sandbox sandbox = new Sandbox(pgbench, server);
    sandbox.close();
    pgbench.once(server, "CREATE DATABASE " + NAME + ";\n");
    pgbench.once(sandbox.database(), inOrder(migrations));
    return sandbox;
  }

  public Database database() {
    return new Database(NAME, server.user(), server.port(), server.password());
  }

  @Override
  public void close() {
    pgbench.once(server, "DROP DATABASE IF EXISTS " + NAME + ";\n");
  }

  static String inOrder(Path migrations) {
    try (Stream<Path> files = Files.list(migrations)) {
      List<Path> all = files.sorted(Comparator.comparingInt(Sandbox::version)).toList();
      StringBuilder script = new StringBuilder();
      for (Path file : all) {
        script.append(Files.readString(file)).append('\n');
      }
      return script.toString();
    } catch (IOException e) {
      throw new Trouble("Can't read " + migrations + ": " + e.getMessage(), e);
    }
  }

  private static int version(Path migration) {
    String name = migration.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }
}
