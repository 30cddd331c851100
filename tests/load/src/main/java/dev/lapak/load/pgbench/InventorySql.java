package dev.lapak.load.pgbench;

import dev.lapak.load.workload.Catalogue;
import java.util.List;

/** What inventory asks its database. */
final class InventorySql {

  /** As in {@code SqlAvailabilityReader}; a test compares. */
  static final String TOTALS =
      """
      SELECT p.id, least(
        coalesce((
          SELECT sum(l.on_hand - l.reserved) FROM stock_level l
          JOIN warehouse w ON w.id = l.warehouse_id AND w.active
          WHERE l.product_id = p.id), 0)
        + coalesce((
          SELECT sum(d.quantity) FROM reservation_line d
          JOIN warehouse w ON w.id = d.warehouse_id AND w.active
          WHERE d.product_id = p.id AND d.held_until <= now()), 0),
        2147483647)::int AS total
      FROM unnest(:products) AS p (id)
      """;

  private InventorySql() {}

  /** The stock of so many products that stand together in the catalogue. */
  static String totals(Catalogue catalogue, int count) {
    List<String> ids = catalogue.products().stream().map(Catalogue.Product::id).toList();
    return """
        \\set begin random(1, %d)
        \\set end :begin + %d
        %s;
        """
        .formatted(
            ids.size() - count + 1,
            count - 1,
            TOTALS.strip().replace(":products", SqlArray.of("uuid", ids) + "[:begin : :end]"));
  }
}
