package dev.lapak.local.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the figures are for: each of one run, so that another machine's speed does not matter. */
record Ratios(List<Line> lines) {

  Map<String, Double> all() {
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (String through : List.of(Load.SERVICE, Load.PORT)) {
      for (int callers : Run.CALLERS) {
        ratios.put(
            "hot / cold, %s, %d callers".formatted(through, callers),
            rate(Run.HOT, through, callers) / rate(Run.COLD, through, callers));
      }
    }
    for (String naive : List.of(Naive.JDBC, Naive.PGBENCH)) {
      for (int callers : Run.CALLERS) {
        double rate = rate(Naive.HOT, naive, Naive.connections(callers));
        if (!Double.isNaN(rate)) {
          ratios.put(
              "hot / naive by %s, %s, %d callers".formatted(naive, Load.SERVICE, callers),
              rate(Run.HOT, Load.SERVICE, callers) / rate);
        }
      }
    }
    return ratios;
  }

  /** The best of the lines of that kind; NaN where there is none. */
  private double rate(String what, String through, int callers) {
    return lines.stream()
        .filter(line -> line.what().equals(what))
        .filter(line -> line.through().equals(through) && line.callers() == callers)
        .mapToDouble(Line::perSecond)
        .max()
        .orElse(Double.NaN);
  }
}
