package dev.lapak.load.pgbench;

import dev.lapak.load.workload.Catalogue;
import dev.lapak.load.workload.Reads;
import java.util.List;

/**
 * A read's SQL as a script for pgbench.
 *
 * @param name the read, as in the other table
 * @param database whose it is
 */
public record Statement(String name, String database, String script) {

  /** The statements that the two reads are made of. */
  public static List<Statement> ofReads(Catalogue catalogue) {
    return List.of(
        new Statement(Reads.LIST, "inventory", InventorySql.totals(catalogue, Catalogue.PAGE)),
        new Statement(Reads.DETAIL, "inventory", InventorySql.totals(catalogue, 1)));
  }
}
