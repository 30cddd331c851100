package dev.lapak.local.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts a server that ended by itself again, after a pause that grows while that helps not. */
record Watch(Database database, DataDirectory data, Path log, Consumer<String> console)
    implements Runnable {

  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  @Override
  public void run() {
    try {
      while (waitForEnd()) {
        console.accept("PostgreSQL ended; %s says why. It starts again.".formatted(log));
        startAgain();
      }
    } catch (IOException e) {
      console.accept("PostgreSQL is not watched any more: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False where it was stopped. */
  private boolean waitForEnd() throws IOException, InterruptedException {
    Optional<ProcessHandle> postmaster = data.postmaster();
    while (postmaster.filter(DataDirectory::isPostgres).isPresent()) {
      Thread.sleep(EVERY);
    }
    return !database.isStopped();
  }

  private void startAgain() throws InterruptedException {
    for (Duration pause = FIRST_PAUSE;
        !database.isStopped();
        pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE))) {
      Thread.sleep(pause);
      if (database.startAgain()) {
        console.accept("PostgreSQL answers again.");
        return;
      }
    }
  }
}
