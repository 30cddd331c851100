package dev.lapak.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person who started it sees. */
final class Console {

  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Does one thing and says how long it took. */
  void step(String name, Part.Action action) throws Exception {
    long start = System.nanoTime();
    action.run();
    say("  %-12s %s".formatted(name, seconds(Duration.ofNanos(System.nanoTime() - start))));
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
  }
}
