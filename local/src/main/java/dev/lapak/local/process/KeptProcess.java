package dev.lapak.local.process;

import dev.lapak.local.state.SetupException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps a program running beside this process, and never longer than it. */
public final class KeptProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(6);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final int port;
  private final Path log;
  private final RecordedProcess record;
  private final Consumer<String> console;
  private volatile @Nullable Process process;
  private volatile boolean stopping;

  /**
   * @param name such as {@code router}
   * @param port where it will listen
   * @param environment what it is told beside what this process was
   * @param console is told when it dies
   */
  public KeptProcess(
      String name,
      List<String> command,
      Map<String, String> environment,
      int port,
      Path log,
      RecordedProcess record,
      Consumer<String> console) {
    this.name = name;
    this.command = ownSession(command);
    this.environment = environment;
    this.port = port;
    this.log = log;
    this.record = record;
    this.console = console;
  }

  /** Ends one that outlived its launcher. */
  public static void endOrphan(RecordedProcess record) throws IOException, InterruptedException {
    ProcessHandle orphan = record.find().orElse(null);
    if (orphan != null) {
      Ending.of(orphan, GRACE);
    }
    record.forget();
  }

  /** Returns when it listens. */
  public void start() throws IOException, InterruptedException {
    Process first = spawn();
    process = first;
    if (!listens(first)) {
      throw new SetupException("The %s does not start; %s says why.".formatted(name, log));
    }
    Thread.ofVirtual().name(name + "-watch").start(() -> watch(first));
  }

  public synchronized void stop() throws IOException, InterruptedException {
    stopping = true;
    if (process != null) {
      Ending.of(process.toHandle(), GRACE);
    }
    record.forget();
  }

  private Process spawn() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Waits until the process listens and writes it down; false if it ends before. */
  private boolean listens(Process started) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!Listener.answers(port)) {
      if (!started.isAlive() || Instant.now().isAfter(end)) {
        return false;
      }
      Thread.sleep(20);
    }
    record.write(started.toHandle());
    return true;
  }

  /** Starts it again whenever it ends by itself, after a pause that grows while that helps not. */
  private void watch(Process first) {
    Process watched = first;
    Duration pause = FIRST_PAUSE;
    try {
      while (true) {
        Instant started = Instant.now();
        int code = watched.waitFor();
        if (stopping) {
          return;
        }
        if (Duration.between(started, Instant.now()).compareTo(LONGEST_PAUSE) > 0) {
          pause = FIRST_PAUSE;
        }
        console.accept(
            "The %s ended (%d); %s says why. It starts again in %d s."
                .formatted(name, code, log, pause.toSeconds()));
        Thread.sleep(pause);
        pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
        synchronized (this) {
          if (stopping) {
            return;
          }
          watched = spawn();
          process = watched;
        }
        if (listens(watched)) {
          console.accept("The %s answers again.".formatted(name));
        }
      }
    } catch (IOException e) {
      console.accept("The %s can't be started again: %s".formatted(name, e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ctrl-C reaches all of a console's processes at once, and they are to end in their order. */
  private static List<String> ownSession(List<String> command) {
    return Programs.find("setsid", System.getenv())
        .map(
            setsid -> {
              List<String> prefixed = new ArrayList<>(List.of(setsid.toString()));
              prefixed.addAll(command);
              return List.copyOf(prefixed);
            })
        .orElse(command);
  }
}
