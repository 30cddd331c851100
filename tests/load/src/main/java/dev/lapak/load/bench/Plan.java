package dev.lapak.load.bench;

import dev.lapak.load.pgbench.Statement;
import dev.lapak.load.running.Ports;
import dev.lapak.load.running.RunningLapak;
import dev.lapak.load.workload.Catalogue;
import dev.lapak.load.workload.Checkouts;
import dev.lapak.load.workload.Reads;
import dev.lapak.load.workload.Target;
import dev.lapak.load.workload.Workload;
import java.util.List;

/** What is asked of whom, in the order of the table. */
final class Plan {

  private final Catalogue catalogue;
  private final Target edge;
  private final Target products;
  private final Target inventory;
  private final Target orders;

  Plan(RunningLapak lapak, Catalogue catalogue) {
    this.catalogue = catalogue;
    Ports ports = lapak.ports();
    String secret = lapak.secrets().router();
    edge = Target.edge(ports.edge());
    products = Target.subgraph("products", ports.products(), secret);
    inventory = Target.subgraph("inventory", ports.inventory(), secret);
    orders = Target.subgraph("orders", ports.orders(), secret);
  }

  List<Workload> reads() {
    Reads reads = new Reads(catalogue);
    return List.of(
        reads.list(edge),
        reads.listAlone(products),
        reads.stockOfList(inventory),
        reads.detail(edge),
        reads.detailAlone(products),
        reads.stockOfDetail(inventory));
  }

  List<Workload> checkouts(Checkouts checkouts) {
    return List.of(checkouts.at(edge), checkouts.at(orders));
  }

  /** The reads' SQL. */
  List<Statement> statements() {
    return Statement.ofReads(catalogue);
  }
}
