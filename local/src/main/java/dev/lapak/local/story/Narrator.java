package dev.lapak.local.story;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what happens and remembers what was not as it must be. */
final class Narrator {

  private final PrintStream out;
  private final List<String> off = new ArrayList<>();
  private int checks;

  Narrator(PrintStream out) {
    this.out = out;
  }

  synchronized void scene(String title) {
    out.println("\n" + title);
  }

  /** Somebody does something. */
  synchronized void step(String text) {
    out.println("  " + text);
  }

  /** Something arrives that nobody asked for again. */
  synchronized void live(String who, String text) {
    out.println("      live → %s: %s".formatted(who, text));
  }

  synchronized void equal(String what, @Nullable Object expected, @Nullable Object actual) {
    checks++;
    if (Objects.equals(expected, actual)) {
      out.println("    ✓ " + what);
    } else {
      fail("%s: expected %s, was %s".formatted(what, expected, actual));
    }
  }

  /** A scene that could not be played to its end. */
  synchronized void wrong(String what) {
    checks++;
    fail(what);
  }

  private void fail(String what) {
    out.println("    ✗ " + what);
    off.add(what);
  }

  /** The last word; whether all was as it must be. */
  synchronized boolean end() {
    if (off.isEmpty()) {
      out.println("\nAll %d checks hold.".formatted(checks));
      return true;
    }
    out.println("\n%d of %d checks failed:".formatted(off.size(), checks));
    off.forEach(what -> out.println("  ✗ " + what));
    return false;
  }
}
