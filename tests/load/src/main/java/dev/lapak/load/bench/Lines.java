package dev.lapak.load.bench;

import dev.lapak.load.Measurement;
import dev.lapak.load.Outcome;
import dev.lapak.load.generator.Generator;
import dev.lapak.load.pgbench.Pgbench;
import dev.lapak.load.pgbench.Pgbench.Database;
import dev.lapak.load.pgbench.Statement;
import dev.lapak.load.report.TextReport;
import dev.lapak.load.running.RunningLapak;
import dev.lapak.load.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Measures line after line of the table, and shows each at once. */
final class Lines {

  private static final int[] CONNECTIONS = {1, 16};
  private static final int MOST_CONNECTIONS = 16;

  private final Options options;
  private final Laps laps;
  private final TextReport text;

  Lines(Options options, Laps laps, TextReport text) {
    this.options = options;
    this.laps = laps;
    this.text = text;
  }

  List<Measurement> ofRequests(List<Workload> workloads) {
    List<Measurement> lines = new ArrayList<>();
    for (Workload workload : workloads) {
      Duration warmUp = options.warmUp(workload.target());
      if (warmUp.isPositive()) {
        Generator.run(workload, MOST_CONNECTIONS, warmUp);
      }
      lines.addAll(
          measure(
              workload.name(),
              workload.target().toString(),
              connections -> Generator.run(workload, connections, options.measured())));
    }
    return lines;
  }

  /** Each workload at each number of connections in turn, there and back again. */
  List<Measurement> inTurns(List<Workload> workloads, int... connections) {
    List<Measurement> lines = new ArrayList<>();
    for (Workload workload : workloads) {
      Generator.run(workload, MOST_CONNECTIONS, options.warmUp(workload.target()));
    }
    for (int turn = 0; turn < 2; turn++) {
      for (int i = 0; i < connections.length; i++) {
        int at = connections[turn == 0 ? i : connections.length - 1 - i];
        for (Workload workload : turn == 0 ? workloads : workloads.reversed()) {
          Measurement line =
              laps.take(
                  workload.name(),
                  workload.target().toString(),
                  at,
                  () -> Generator.run(workload, at, options.measured()));
          text.line(line);
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /** Compiled code needs no warming up, and the data was just read. */
  List<Measurement> ofStatements(Pgbench pgbench, List<Statement> statements, RunningLapak lapak) {
    List<Measurement> lines = new ArrayList<>();
    for (Statement statement : statements) {
      Database database =
          new Database(
              statement.database(),
              statement.database(),
              lapak.ports().postgres(),
              lapak.secrets().database(statement.database()));
      lines.addAll(ofStatement(pgbench, statement, database));
    }
    return lines;
  }

  List<Measurement> ofStatement(Pgbench pgbench, Statement statement, Database database) {
    return measure(
        statement.name(),
        "SQL of " + statement.database(),
        connections -> pgbench.run(database, statement, connections, options.measured()));
  }

  private List<Measurement> measure(String what, String through, IntFunction<Outcome> work) {
    List<Measurement> lines = new ArrayList<>();
    for (int connections : CONNECTIONS) {
      Measurement line = laps.take(what, through, connections, () -> work.apply(connections));
      text.line(line);
      lines.add(line);
    }
    return lines;
  }
}
