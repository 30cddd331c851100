package dev.lapak.local.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Measures one line after the other, each from the same beginning. */
final class Run {

  static final int[] CALLERS = {1, 16, 64, 256};
  static final String HOT = "one hot product";
  static final String COLD = "1,000 products";

  private static final Duration WARM_UP = Duration.ofSeconds(4);

  private final Sandbox sandbox;
  private final Duration measured;
  private final Table table;
  private final List<Line> lines = new ArrayList<>();

  Run(Sandbox sandbox, Duration measured, Table table) {
    this.sandbox = sandbox;
    this.measured = measured;
    this.table = table;
  }

  void measure(Optional<Path> pgbench) throws SQLException, IOException, InterruptedException {
    List<UUID> one = List.of(sandbox.products().getFirst());
    List<UUID> all = sandbox.products();
    Load hot = Load.ofService(sandbox.reservations(), one);
    Load cold = Load.ofService(sandbox.reservations(), all);
    Load hotAtPort = Load.ofPort(sandbox.port(), sandbox.proof(), one);
    Load coldAtPort = Load.ofPort(sandbox.port(), sandbox.proof(), all);
    Naive naive = new Naive(sandbox);
    warmUp(List.of(hot, cold, hotAtPort, coldAtPort));
    naive.byJdbc(Naive.HOT, one, 16, measured);
    table.head();
    for (int callers : CALLERS) {
      reserve(hot, cold, callers);
      take(naive.byJdbc(Naive.HOT, one, callers, measured));
      take(naive.byJdbc(Naive.COLD, all, callers, measured));
      if (pgbench.isPresent()) {
        take(naive.byPgbench(pgbench.get(), one.getFirst(), callers, measured));
      }
    }
    for (int callers : CALLERS) {
      reserve(hotAtPort, coldAtPort, callers);
    }
    table.add(new Ratios(lines).all());
  }

  private void warmUp(List<Load> loads) {
    for (int callers : new int[] {16, 64}) {
      for (Load load : loads) {
        load.run(callers, WARM_UP);
        sandbox.forget();
      }
    }
  }

  /** In turns, so that a JVM that is still getting faster, or a busy machine, meets both. */
  private void reserve(Load hot, Load cold, int callers) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Turns hotTurns = new Turns(hot, callers);
    Turns coldTurns = new Turns(cold, callers);
    List.of(hotTurns, coldTurns, coldTurns, hotTurns).forEach(this::turn);
    take(hotTurns.line(HOT, load));
    take(coldTurns.line(COLD, load));
  }

  private void turn(Turns turns) {
    turns.take(measured.dividedBy(2), sandbox.held());
    if (sandbox.reserved() != turns.lastDone()) {
      throw new IllegalStateException(
          "%d answers, but %d are reserved".formatted(turns.lastDone(), sandbox.reserved()));
    }
    sandbox.forget();
  }

  private void take(Line line) {
    sandbox.forget();
    lines.add(line);
    table.add(line);
  }

  Map<String, Object> report() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("cores", Runtime.getRuntime().availableProcessors());
    report.put("seconds", measured.toSeconds());
    report.put("lines", lines);
    report.put("ratios", new Ratios(lines).all());
    return report;
  }
}
