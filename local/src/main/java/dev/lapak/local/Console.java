package dev.lapak.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person who started it sees. */
final class Console {

  private final PrintStream out;
  private final boolean isTerminal = System.console() != null && System.console().isTerminal();

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

  /** Says how far something long has got, where that can be replaced by the next. */
  synchronized void progress(int done, int all) {
    if (isTerminal) {
      out.printf("  %d of %d\r", done, all);
      out.flush();
    }
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
  }
}
