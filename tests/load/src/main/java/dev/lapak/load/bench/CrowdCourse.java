package dev.lapak.load.bench;

import dev.lapak.load.Measurement;
import dev.lapak.load.report.Report;
import dev.lapak.load.report.TextReport;
import dev.lapak.load.running.Door;
import dev.lapak.load.running.RunningLapak;
import dev.lapak.load.workload.Catalogue;
import dev.lapak.load.workload.Checkouts;
import dev.lapak.load.workload.DemoSeller;
import dev.lapak.load.workload.HotProduct;
import dev.lapak.load.workload.Target;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Few buyers and a crowd of them, who want all products or the same one. */
final class CrowdCourse {

  private static final int FEW = 16;
  private static final int CROWD = 1_000;

  private final Options options;
  private final RunningLapak lapak;
  private final TextReport text;

  CrowdCourse(Options options, RunningLapak lapak, TextReport text) {
    this.options = options;
    this.lapak = lapak;
    this.text = text;
  }

  Report run() {
    Door door = lapak.door();
    Start start = Start.of(lapak, text);

    Target edge = Target.edge(lapak.ports().edge());
    Duration payWithin = options.ofTwoWorkloads().multipliedBy(4);
    Checkouts cold = Checkouts.ofAll(door, Catalogue.read(door), payWithin);
    String token = DemoSeller.logIn(door, lapak.secrets().demoPassword());
    Checkouts hot = cold.ofOne(HotProduct.create(door, token));
    text.heading("request");
    List<Measurement> lines =
        new Lines(options, start.laps(), text)
            .inTurns(List.of(cold.at(edge), hot.at(edge)), FEW, CROWD);
    String hotName = hot.at(edge).name();
    compare(
        "%,d connections to %d".formatted(CROWD, FEW), lines, line -> line.connections() == CROWD);
    compare("one product to all", lines, line -> line.what().equals(hotName));
    text.noise(lines);
    return start.report(lines, List.of());
  }

  private void compare(String what, List<Measurement> lines, Predicate<Measurement> ones) {
    text.note(
        "\nPurchases per second, %s: %.2f"
            .formatted(what, perSecond(lines, ones) / perSecond(lines, ones.negate())));
  }

  private static double perSecond(List<Measurement> lines, Predicate<Measurement> ones) {
    return lines.stream()
        .filter(ones)
        .mapToDouble(line -> line.outcome().goodPerSecond())
        .average()
        .orElse(0);
  }
}
