package dev.lapak.local.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All rules, one after another. Only reads, and waits for nobody. */
final class Inspection {

  private final Databases databases;

  Inspection(Databases databases) {
    this.databases = databases;
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
