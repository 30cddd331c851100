package dev.lapak.load.bench;

import dev.lapak.load.Measurement;
import dev.lapak.load.pgbench.Pgbench;
import dev.lapak.load.pgbench.Pgbench.Database;
import dev.lapak.load.pgbench.Sandbox;
import dev.lapak.load.pgbench.Statement;
import dev.lapak.load.report.Report;
import dev.lapak.load.report.TextReport;
import dev.lapak.load.running.Door;
import dev.lapak.load.running.RunningLapak;
import dev.lapak.load.workload.Catalogue;
import dev.lapak.load.workload.Checkouts;
import dev.lapak.load.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that one bench does, in its order: reads, their SQL alone, then what changes the data. */
final class Course {

  private static final Path MIGRATIONS = Path.of("subgraphs/orders/src/main/resources/db/orders");

  private final Options options;
  private final RunningLapak lapak;
  private final Optional<Pgbench> pgbench;
  private final TextReport text;

  Course(Options options, RunningLapak lapak, Optional<Pgbench> pgbench, TextReport text) {
    this.options = options;
    this.lapak = lapak;
    this.pgbench = pgbench;
    this.text = text;
  }

  Report run() {
    Door door = lapak.door();
    Catalogue catalogue = Catalogue.read(door);
    Start start = Start.of(lapak, text);

    Plan plan = new Plan(lapak, catalogue);
    Lines lines = new Lines(options, start.laps(), text);
    text.heading("request");
    List<Measurement> requests = new ArrayList<>(lines.ofRequests(plan.reads()));
    List<Measurement> statements = statements(plan, lines);
    text.heading("request");
    Checkouts checkouts = Checkouts.ofAll(door, catalogue, options.ofTwoWorkloads());
    List<Workload> checking = plan.checkouts(checkouts);
    requests.addAll(lines.ofRequests(checking));
    List<Measurement> all = new ArrayList<>(statements);
    pgbench.ifPresent(program -> all.addAll(writes(program, checking.getFirst().name(), lines)));
    text.noise(requests);
    return start.report(requests, all);
  }

  /** In a database of its own, since they are orders of nothing. */
  private List<Measurement> writes(Pgbench program, String name, Lines lines) {
    Database server =
        new Database("postgres", "postgres", lapak.ports().postgres(), lapak.secrets().superuser());
    text.heading("statement");
    try (Sandbox sandbox = Sandbox.prepare(program, server, MIGRATIONS)) {
      return lines.ofStatement(program, Statement.ofCheckout(name), sandbox.database());
    }
  }

  private List<Measurement> statements(Plan plan, Lines lines) {
    if (pgbench.isEmpty()) {
      text.note("pgbench is not installed: no comparison with the SQL alone.");
      return List.of();
    }
    text.heading("statement");
    return lines.ofStatements(pgbench.get(), plan.statements(), lapak);
  }
}
