package dev.lapak.load.report;

import dev.lapak.load.Measurement;
import dev.lapak.load.cpu.MeteredProcess;
import java.time.Instant;
import java.util.List;

/**
 * All that was found.
 *
 * @param idleCores how many cores the system used when nobody asked anything
 * @param statements by pgbench; empty where it is not installed
 */
public record Report(
    Instant at,
    Machine machine,
    List<MeteredProcess> processes,
    double idleCores,
    List<Measurement> requests,
    List<Measurement> statements) {

  public long errors() {
    return requests.stream().mapToLong(line -> line.outcome().errors()).sum();
  }
}
