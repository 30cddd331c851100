package dev.lapak.load.bench;

import dev.lapak.load.Measurement;
import dev.lapak.load.Trouble;
import dev.lapak.load.cpu.CpuMeter;
import dev.lapak.load.generator.Generator;
import dev.lapak.load.report.JsonReport;
import dev.lapak.load.report.Machine;
import dev.lapak.load.report.Report;
import dev.lapak.load.report.TextReport;
import dev.lapak.load.running.Door;
import dev.lapak.load.running.RunningLapak;
import dev.lapak.load.workload.Catalogue;
import dev.lapak.load.workload.Checkouts;
import dev.lapak.load.workload.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./lapak bench}. */
public final class Bench {

  private static final int[] CONNECTIONS = {1, 16};
  private static final int MOST_CONNECTIONS = 16;
  private static final Duration REST = Duration.ofSeconds(2);

  private final Options options;
  private final RunningLapak lapak;
  private final TextReport text;

  private Bench(Options options, RunningLapak lapak, TextReport text) {
    this.options = options;
    this.lapak = lapak;
    this.text = text;
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.getenv()));
  }

  /** Answers the exit code: 0, 1 after errors in what was measured, 2 if it could not be. */
  static int run(String[] arguments, Map<String, String> environment) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      if (List.of(arguments).contains("--help")) {
        out.print(Options.USAGE);
        return 0;
      }
      Options options = Options.parse(arguments);
      RunningLapak lapak = RunningLapak.find(environment);
      Report report = new Bench(options, lapak, new TextReport(out)).measure();
      options.json().ifPresent(file -> write(file, JsonReport.of(report)));
      return report.errors() == 0 ? 0 : 1;
    } catch (Trouble trouble) {
      out.println("bench: " + trouble.getMessage());
      return 2;
    }
  }

  private Report measure() {
    Machine machine = Machine.now();
    Door door = lapak.door();
    Catalogue catalogue = Catalogue.read(door);
    Optional<CpuMeter> meter = CpuMeter.of(lapak.ports().parts());
    Laps laps = new Laps(meter);
    var processes = meter.map(CpuMeter::processes).orElse(List.of());
    double idle = laps.idleCores(REST);
    text.machine(machine, processes, idle);

    Plan plan = new Plan(lapak);
    List<Measurement> requests = new ArrayList<>();
    text.heading("requests");
    for (Workload read : plan.reads(catalogue)) {
      requests.addAll(measure(read, laps));
    }
    Checkouts checkouts = new Checkouts(door, catalogue, Duration.ofMinutes(10));
    for (Workload checkout : plan.checkouts(checkouts)) {
      requests.addAll(measure(checkout, laps));
    }
    return new Report(Instant.now(), machine, processes, idle, requests, List.of());
  }

  private List<Measurement> measure(Workload workload, Laps laps) {
    if (!options.warmUp().isZero()) {
      Generator.run(workload, MOST_CONNECTIONS, options.warmUp());
    }
    List<Measurement> lines = new ArrayList<>();
    for (int connections : CONNECTIONS) {
      Measurement line =
          laps.take(
              workload.name(),
              workload.target().toString(),
              connections,
              () -> Generator.run(workload, connections, options.measured()));
      text.line(line);
      lines.add(line);
    }
    return lines;
  }

  private static void write(Path file, String json) {
    try {
      Files.writeString(file, json + "\n");
    } catch (IOException e) {
      throw new Trouble("Can't write " + file + ": " + e.getMessage(), e);
    }
  }
}
