package dev.lapak.local.story;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens soon, not at once. */
final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Patience() {}

  /** What was found last: what was hoped for, or what it still is at the end. */
  static <T> T until(Supplier<T> look, Predicate<T> hope) throws InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    T found = look.get();
    while (!hope.test(found) && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      found = look.get();
    }
    return found;
  }
}
