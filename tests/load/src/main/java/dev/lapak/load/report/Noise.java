package dev.lapak.load.report;

import dev.lapak.load.Measurement;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** Says how far the figures can be trusted. */
final class Noise {

  private static final double NOTABLE_CORES = 0.1;

  private Noise() {}

  static String describe(List<Measurement> lines) {
    DoubleSummaryStatistics others =
        lines.stream().flatMapToDouble(line -> line.others().stream()).summaryStatistics();
    String advice =
        "The generator shares the machine with what it measures: compare runs on the same machine,"
            + " and differences below 10 % not at all.";
    if (others.getCount() == 0) {
      return advice + " What other programs used can't be seen here.";
    }
    return String.format(
        Locale.ROOT,
        "%s Other programs kept %.2f cores busy on average, %.2f at most%s.",
        advice,
        others.getAverage(),
        others.getMax(),
        others.getMax() > NOTABLE_CORES ? ": not a quiet machine" : "");
  }
}
