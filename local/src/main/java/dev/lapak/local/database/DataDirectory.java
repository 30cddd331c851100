package dev.lapak.local.database;

import dev.lapak.local.process.Ending;
import dev.lapak.local.process.RecordedProcess;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's data directory and what an earlier run may have left there. */
record DataDirectory(Path path) {

  private static final Duration GRACE = Duration.ofSeconds(20);

  /** Between a postmaster's start and what it writes down about it. */
  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  /** A first start that was killed left what no server starts on. */
  void clearIncomplete() throws IOException {
    if (!isReady()) {
      FileSystemUtils.deleteRecursively(path);
    }
  }

  void markReady() throws IOException {
    if (!isReady()) {
      Files.createFile(ready());
    }
  }

  boolean isReady() {
    return Files.exists(ready());
  }

  /** There when the first start got to its end. */
  private Path ready() {
    return path.resolve("lapak.ready");
  }

  /** A killed launcher leaves its server running. */
  void endOrphan() throws IOException, InterruptedException {
    Path file = path.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    Optional<ProcessHandle> postmaster = postmaster();
    if (postmaster.isEmpty()) {
      // Another process may have this id by now, for which the server would refuse to start.
      Files.deleteIfExists(file);
      return;
    }
    interrupt(postmaster.get());
  }

  /** The server that runs on it. */
  Optional<ProcessHandle> postmaster() throws IOException {
    Path file = path.resolve("postmaster.pid");
    return Files.exists(file) ? postmaster(Files.readAllLines(file)) : Optional.empty();
  }

  /**
   * Starts a server that ended by itself once more, with the options that it had. Answers whether
   * it takes connections.
   */
  boolean startAgain(Path log) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses root, and this is not quite.
    }
    // It starts what does not run; unlike "start" it reads the options of last time.
    command.addAll(List.of(program("pg_ctl").toString(), "restart", "-w", "-t", "60"));
    command.addAll(List.of("-D", path.toString(), "-l", log.toString()));
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start()
            .waitFor()
        == 0;
  }

  /** One of the programs that the last server was started with. */
  private Path program(String name) throws IOException {
    String options = Files.readString(path.resolve("postmaster.opts"));
    return Path.of(options.substring(0, options.indexOf(" \""))).resolveSibling(name);
  }

  private static Optional<ProcessHandle> postmaster(List<String> lines) {
    if (lines.size() < 3) {
      return Optional.empty();
    }
    Instant start = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(DataDirectory::isPostgres)
        .filter(process -> RecordedProcess.startedAt(process, start, TOLERANCE));
  }

  /** Not one that is dead and that nobody has buried, which has no command any more. */
  static boolean isPostgres(ProcessHandle process) {
    return process.isAlive() && process.info().command().orElse("").endsWith("/postgres");
  }

  /** SIGINT is PostgreSQL's fast shutdown: it waits for nobody and loses nothing. */
  private static void interrupt(ProcessHandle postmaster) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(postmaster.pid())).start().waitFor();
    if (!Ending.gone(postmaster, GRACE)) {
      throw new SetupException(
          "PostgreSQL of an earlier run (process %d) does not stop.".formatted(postmaster.pid()));
    }
  }
}
