package dev.lapak.local.check;

import dev.lapak.local.state.Ports;
import dev.lapak.local.state.Secrets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All rules, one after another. Only reads, and waits for nobody. */
public final class Inspection {

  private final Databases databases;

  Inspection(Databases databases) {
    this.databases = databases;
  }

  /** Of the databases of a running system. */
  public static Inspection of(Ports ports, Secrets secrets) {
    return new Inspection(Databases.of(ports, secrets));
  }

  /** What does not hold now, with some of the rows. */
  public List<String> broken() throws SQLException {
    return run().stream()
        .filter(finding -> !finding.holds())
        .map(finding -> "%s %s".formatted(finding.rule(), finding.rows()))
        .toList();
  }

  List<Finding> run() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (String subgraph : List.of("inventory", "orders")) {
      try (Snapshot snapshot = databases.now(subgraph)) {
        Rule.of(subgraph).forEach(rule -> findings.add(snapshot.judge(rule)));
      }
    }
    HeldStock stock = new HeldStock(databases);
    findings.add(stock.ofOrders());
    findings.add(stock.ofSales());
    findings.addAll(new Owners(databases).all());
    return findings;
  }
}
