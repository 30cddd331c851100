package dev.lapak.load.cpu;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the processes of the system have spent so far. */
public final class CpuMeter {

  private final Proc proc;
  private final Map<Integer, MeteredProcess> processes;

  private CpuMeter(Proc proc, Map<Integer, MeteredProcess> processes) {
    this.proc = proc;
    this.processes = processes;
  }

  /**
   * Finds the process of each part; empty where the kernel does not show one: not Linux, or another
   * user's.
   */
  public static Optional<CpuMeter> of(List<Part> parts) {
    return of(parts, new Proc(Path.of("/proc")));
  }

  static Optional<CpuMeter> of(List<Part> parts, Proc proc) {
    Map<Integer, ProcessStat> stats = proc.processes();
    Map<Integer, Set<Long>> listening = proc.listening();
    Map<Long, Set<Integer>> holders =
        proc.holders(
            parts.stream()
                .flatMap(part -> listening.getOrDefault(part.port(), Set.of()).stream())
                .collect(Collectors.toSet()));
    Map<Integer, MeteredProcess> processes = new TreeMap<>();
    for (Part part : parts) {
      Optional<ProcessStat> process =
          listening.getOrDefault(part.port(), Set.of()).stream()
              .flatMap(socket -> holders.getOrDefault(socket, Set.of()).stream())
              .filter(stats::containsKey)
              .map(pid -> Objects.requireNonNull(stats.get(pid)))
              .reduce((one, other) -> other.pid() == one.parent() ? other : one);
      if (process.isEmpty()) {
        return Optional.empty();
      }
      processes.merge(
          process.get().pid(),
          new MeteredProcess(process.get().pid(), process.get().name(), part.name(), part.group()),
          (known, more) ->
              new MeteredProcess(
                  known.pid(), known.name(), known.parts() + "+" + more.parts(), known.group()));
    }
    return Optional.of(new CpuMeter(proc, processes));
  }

  public List<MeteredProcess> processes() {
    return List.copyOf(processes.values());
  }

  public CpuTime read() {
    Map<Integer, ProcessStat> stats = proc.processes();
    Map<MeteredProcess, Duration> spent = new HashMap<>();
    for (ProcessStat stat : stats.values()) {
      MeteredProcess owner = owner(stat, stats);
      if (owner != null) {
        spent.merge(owner, stat.spent(), Duration::plus);
      }
    }
    return new CpuTime(spent);
  }

  private @Nullable MeteredProcess owner(ProcessStat process, Map<Integer, ProcessStat> stats) {
    for (ProcessStat at = process; at != null; at = stats.get(at.parent())) {
      MeteredProcess owner = processes.get(at.pid());
      if (owner != null) {
        return owner;
      }
    }
    return null;
  }
}
