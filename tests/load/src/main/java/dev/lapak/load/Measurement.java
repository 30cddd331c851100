package dev.lapak.load;

import dev.lapak.load.cpu.CpuTime;
import dev.lapak.load.cpu.Group;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of the table.
 *
 * @param through where it was asked
 * @param cpu what the system spent on it; empty where that can't be seen
 * @param others how many cores were busy with neither the system nor the generator
 */
public record Measurement(
    String what,
    String through,
    int connections,
    Outcome outcome,
    Optional<CpuTime> cpu,
    OptionalDouble others) {

  public OptionalDouble cpuMillisPerRequest() {
    return cpu.map(time -> perRequest(time.total())).orElseGet(OptionalDouble::empty);
  }

  public OptionalDouble cpuMillisPerRequest(Group group) {
    return cpu.map(time -> perRequest(time.of(group))).orElseGet(OptionalDouble::empty);
  }

  public OptionalDouble perRequest(Duration spent) {
    return outcome.requests() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(spent.toNanos() / 1e6 / outcome.requests());
  }
}
