package dev.lapak.load.cpu;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What was spent, by process. */
public record CpuTime(Map<MeteredProcess, Duration> byProcess) {

  public CpuTime {
    byProcess = Map.copyOf(byProcess);
  }

  public static CpuTime none() {
    return new CpuTime(Map.of());
  }

  public CpuTime minus(CpuTime earlier) {
    Map<MeteredProcess, Duration> spent = new TreeMap<>();
    byProcess.forEach(
        (process, now) ->
            spent.put(process, now.minus(earlier.byProcess.getOrDefault(process, Duration.ZERO))));
    return new CpuTime(spent);
  }

  public Duration total() {
    return byProcess.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  public Duration of(Group group) {
    return byProcess.entrySet().stream()
        .filter(entry -> entry.getKey().group() == group)
        .map(Map.Entry::getValue)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
