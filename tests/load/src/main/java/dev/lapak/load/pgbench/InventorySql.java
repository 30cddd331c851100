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
      SELECT product_id, least(sum(quantity), 2147483647)::int AS total FROM (
        SELECT l.product_id, l.on_hand - l.reserved AS quantity
        FROM stock_level l JOIN warehouse w ON w.id = l.warehouse_id
        WHERE l.product_id = ANY (:products) AND w.active
        UNION ALL
        SELECT d.product_id, d.quantity
        FROM reservation_line d JOIN warehouse w ON w.id = d.warehouse_id
        WHERE d.product_id = ANY (:products) AND d.held_until <= now() AND w.active) AS free
      GROUP BY product_id
      """;

  static final Map<String, String> TYPES = Map.of("products", "uuid[]");

  private InventorySql() {}

  static Map<String, String> products(List<Catalogue.Product> products) {
    return Map.of(
        "products",
        products.stream().map(Catalogue.Product::id).collect(Collectors.joining(",", "{", "}")));
  }
}
