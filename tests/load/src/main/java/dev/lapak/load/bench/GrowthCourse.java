package dev.lapak.load.bench;

import dev.lapak.load.Measurement;
import dev.lapak.load.report.Report;
import dev.lapak.load.report.TextReport;
import dev.lapak.load.running.Door;
import dev.lapak.load.running.RunningLapak;
import dev.lapak.load.workload.Catalogue;
import dev.lapak.load.workload.Growth;
import dev.lapak.load.workload.StockSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Measures the reads, multiplies the catalogue, and measures them again. */
final class GrowthCourse {

  /** With the 2,690 products themselves over 100,000. */
  private static final int VARIANTS = 37;

  private final Options options;
  private final RunningLapak lapak;
  private final TextReport text;

  GrowthCourse(Options options, RunningLapak lapak, TextReport text) {
    this.options = options;
    this.lapak = lapak;
    this.text = text;
  }

  Report run() {
    Door door = lapak.door();
    Catalogue small = Catalogue.read(door);
    Start start = Start.of(lapak, text);

    Lines lines = new Lines(options, start.laps(), text);
    List<Measurement> before = measured(lines, small);
    text.note("\nMultiplying the catalogue…");
    growth(door).grow(VARIANTS);
    Catalogue large = Catalogue.read(door);
    List<Measurement> after = measured(lines, large);
    compare(before, after, small.size(), large.size());
    List<Measurement> all = new ArrayList<>(before);
    all.addAll(after);
    text.noise(all);
    return start.report(all, List.of());
  }

  private List<Measurement> measured(Lines lines, Catalogue catalogue) {
    text.note("\n%,d products".formatted(catalogue.size()));
    text.heading("request");
    return lines.ofRequests(new Plan(lapak, catalogue).reads());
  }

  private Growth growth(Door door) {
    return Growth.of(
        door,
        lapak.secrets().demoPassword(),
        new StockSql(
            "jdbc:postgresql://127.0.0.1:%d/inventory".formatted(lapak.ports().postgres()),
            "inventory",
            lapak.secrets().database("inventory")));
  }

  private void compare(List<Measurement> before, List<Measurement> after, int small, int large) {
    text.note(
        "\nCPU per request with %,d products, as times of that with %,d:".formatted(large, small));
    for (int i = 0; i < before.size(); i++) {
      Measurement line = after.get(i);
      OptionalDouble then = before.get(i).cpuMillisPerRequest();
      OptionalDouble now = line.cpuMillisPerRequest();
      text.note(
          "%-22s %-16s %4d  %s"
              .formatted(
                  line.what(),
                  line.through(),
                  line.connections(),
                  then.isPresent() && now.isPresent()
                      ? String.format(Locale.ROOT, "%.2f", now.getAsDouble() / then.getAsDouble())
                      : "–"));
    }
  }
}
