package dev.lapak.local.replay;

import java.io.PrintStream;

/** Says how far something has got. */
final class Progress {

  private static final int TENTHS = 10;

  private final PrintStream out;
  private final String what;
  private final int all;
  private final boolean isTerminal = System.console() != null && System.console().isTerminal();
  private final long begin = System.nanoTime();
  private int done;

  Progress(PrintStream out, String what, int all) {
    this.out = out;
    this.what = what;
    this.all = all;
  }

  synchronized void add(int more) {
    int before = done;
    done += more;
    // On a terminal a line that is replaced by the next; elsewhere ten lines.
    if (isTerminal) {
      out.print("\r" + line() + (done == all ? "\n" : ""));
    } else if (before * TENTHS / all < done * TENTHS / all) {
      out.println(line());
    }
    out.flush();
  }

  private String line() {
    return "  %-14s %,6d of %,d   %.1f s"
        .formatted(what, done, all, (System.nanoTime() - begin) / 1e9);
  }
}
