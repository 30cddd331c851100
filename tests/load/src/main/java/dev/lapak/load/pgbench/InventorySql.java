package dev.lapak.load.pgbench;

import dev.lapak.load.workload.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  static final Map<String, String> TYPES = Map.of("products", "uuid[]");

  private InventorySql() {}

  static Map<String, String> products(List<Catalogue.Product> products) {
    return Map.of(
        "products",
        products.stream().map(Catalogue.Product::id).collect(Collectors.joining(",", "{", "}")));
  }
}
