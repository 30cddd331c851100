package dev.lapak.local.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** The lines as they are measured, for somebody who waits for them. */
record Table(PrintStream out) {

  private static final String ROW = "%-24s %-8s %7s %8s %8s %8s %9s %9s %10s%n";

  void head() {
    out.printf(
        ROW,
        "",
        "through",
        "callers",
        "per s",
        "p50 ms",
        "p99 ms",
        "held p50",
        "held p99",
        "per batch");
  }

  void add(Line line) {
    Line.Held held = line.held();
    out.printf(
        ROW,
        line.what(),
        line.through(),
        line.callers(),
        number(line.perSecond(), 0),
        number(line.p50Ms(), 2),
        number(line.p99Ms(), 2),
        held == null ? "" : number(held.p50Ms(), 2),
        held == null ? "" : number(held.p99Ms(), 2),
        held == null ? "" : number(held.each(), 1));
  }

  void add(Map<String, Double> ratios) {
    out.println();
    ratios.forEach((name, value) -> out.printf("%-46s %8s%n", name, number(value, 2)));
  }

  private static String number(double value, int decimals) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
