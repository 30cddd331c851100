package dev.lapak.local.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process: politely, then not. */
public final class Ending {

  private Ending() {}

  /** Returns when the process is gone. */
  public static void of(ProcessHandle process, Duration grace) throws InterruptedException {
    process.destroy();
    if (!gone(process, grace)) {
      process.destroyForcibly();
      gone(process, grace);
    }
  }

  /** Whether the process ends within that time. */
  public static boolean gone(ProcessHandle process, Duration time) throws InterruptedException {
    try {
      process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
