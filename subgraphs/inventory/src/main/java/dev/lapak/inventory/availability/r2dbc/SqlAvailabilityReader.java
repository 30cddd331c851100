package dev.lapak.inventory.availability.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.availability.Availability;
import dev.lapak.inventory.availability.AvailabilityReader;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.inventory.stock.r2dbc.StockRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlAvailabilityReader implements AvailabilityReader {

  private static final String TOTALS =
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

  private static final String LEVELS =
      """
      SELECT l.product_id, w.id, w.name, w.active, l.on_hand, l.reserved - coalesce((
          SELECT sum(d.quantity) FROM reservation_line d
          WHERE d.product_id = l.product_id AND d.warehouse_id = l.warehouse_id
            AND d.held_until <= now()), 0)::int AS reserved
      FROM stock_level l JOIN warehouse w ON w.id = l.warehouse_id
      WHERE l.product_id = ANY (:products) AND (:seller::uuid IS NULL OR w.seller_id = :seller)
      ORDER BY casefold(w.name COLLATE pg_unicode_fast), w.id
      """;

  private final DatabaseClient database;

  SqlAvailabilityReader(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Availability> of(Collection<UUID> products) {
    return database
        .sql(TOTALS)
        .bind("products", products.toArray(UUID[]::new))
        .map(row -> new Availability(Columns.uuid(row, "product_id"), Columns.number(row, "total")))
        .all();
  }

  @Override
  public Mono<Map<UUID, List<StockLevel>>> byWarehouse(
      Collection<UUID> products, @Nullable UUID seller) {
    return database
        .sql(LEVELS)
        .bind("products", products.toArray(UUID[]::new))
        .bind("seller", Columns.nullable(seller, UUID.class))
        .map(row -> Map.entry(Columns.uuid(row, "product_id"), StockRows.level(row)))
        .all()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }
}
