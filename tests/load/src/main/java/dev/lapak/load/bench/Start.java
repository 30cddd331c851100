package dev.lapak.load.bench;

import dev.lapak.load.Measurement;
import dev.lapak.load.cpu.CpuMeter;
import dev.lapak.load.cpu.MeteredProcess;
import dev.lapak.load.report.Machine;
import dev.lapak.load.report.Report;
import dev.lapak.load.report.TextReport;
import dev.lapak.load.running.RunningLapak;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every course begins with: where it is run, and what the system does while nobody asks.
 *
 * @param laps takes the CPU time of all that follows
 */
record Start(
    Instant at, Machine machine, List<MeteredProcess> processes, double idleCores, Laps laps) {

  private static final Duration REST = Duration.ofSeconds(2);

  static Start of(RunningLapak lapak, TextReport text) {
    Instant at = Instant.now();
    Machine machine = Machine.now();
    Optional<CpuMeter> meter = CpuMeter.of(lapak.ports().parts());
    List<MeteredProcess> processes = meter.map(CpuMeter::processes).orElse(List.of());
    Laps laps = new Laps(meter);
    double idleCores = laps.idleCores(REST);
    text.machine(machine, processes, idleCores);
    return new Start(at, machine, processes, idleCores, laps);
  }

  Report report(List<Measurement> requests, List<Measurement> statements) {
    return new Report(at, machine, processes, idleCores, requests, statements);
  }
}
