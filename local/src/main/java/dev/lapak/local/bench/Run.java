package dev.lapak.local.bench;

import java.io.IOException;
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
      reserve(hot, HOT, callers);
      reserve(cold, COLD, callers);
      take(naive.byJdbc(Naive.HOT, one, callers, measured));
      take(naive.byJdbc(Naive.COLD, all, callers, measured));
      if (pgbench.isPresent()) {
        take(naive.byPgbench(pgbench.get(), one.getFirst(), callers, measured));
      }
    }
    for (int callers : CALLERS) {
      reserve(hotAtPort, HOT, callers);
      reserve(coldAtPort, COLD, callers);
    }
    table.add(new Ratios(lines).all());
  }

  private void warmUp(List<Load> loads) {
    for (Load load : loads) {
      load.run("", 64, measured);
      sandbox.forget();
    }
  }

  private void reserve(Load load, String what, int callers) {
    Line line = load.run(what, callers, measured).holding(sandbox.held().take());
    if (sandbox.reserved() != line.done()) {
      throw new IllegalStateException(
          "%d answers, but %d are reserved".formatted(line.done(), sandbox.reserved()));
    }
    take(line);
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
