package dev.lapak.inventory.lowstock.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.lowstock.LowStock;
import dev.lapak.inventory.lowstock.ThresholdStore;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlThresholds implements ThresholdStore {

  private static final String SET =
      """
      WITH own AS (
        SELECT product_id, seller_id FROM product_owner
        WHERE product_id = :product AND seller_id = :seller),
      removed AS (
        DELETE FROM low_stock_threshold t USING own
        WHERE t.product_id = own.product_id AND :threshold::int IS NULL),
      written AS (
        INSERT INTO low_stock_threshold (product_id, seller_id, threshold)
        SELECT product_id, seller_id, :threshold FROM own WHERE :threshold IS NOT NULL
        ON CONFLICT (product_id) DO UPDATE SET threshold = excluded.threshold)
      SELECT count(*)::int AS own FROM own
      """;

  private static final String OF =
      """
      SELECT product_id, threshold FROM low_stock_threshold
      WHERE product_id = ANY (:products) AND (:seller::uuid IS NULL OR seller_id = :seller)
      """;

  /**
   * Looks at the seller's products that have a threshold, one after another, until it has a page.
   */
  private static final String LOW =
      """
      SELECT t.product_id, t.threshold, a.available::int AS available
      FROM low_stock_threshold t CROSS JOIN LATERAL (
        SELECT coalesce(sum(l.on_hand - l.reserved + coalesce((
            SELECT sum(d.quantity) FROM reservation_line d
            WHERE d.product_id = l.product_id AND d.warehouse_id = l.warehouse_id
              AND d.held_until <= now()), 0)), 0) AS available
        FROM stock_level l JOIN warehouse w ON w.id = l.warehouse_id
        WHERE l.product_id = t.product_id AND w.active) a
      WHERE t.seller_id = :seller %s AND a.available <= t.threshold
      ORDER BY t.product_id LIMIT :limit
      """;

  private static final String FIRST = LOW.formatted("");
  private static final String NEXT = LOW.formatted("AND t.product_id > :after");

  private final DatabaseClient database;

  SqlThresholds(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Boolean> set(UUID seller, UUID product, @Nullable Integer threshold) {
    return database
        .sql(SET)
        .bind("product", product)
        .bind("seller", seller)
        .bind("threshold", Columns.nullable(threshold, Integer.class))
        .map(row -> Columns.number(row, "own") > 0)
        .one();
  }

  @Override
  public Mono<Map<UUID, Integer>> of(Collection<UUID> products, @Nullable UUID seller) {
    return database
        .sql(OF)
        .bind("products", products.toArray(UUID[]::new))
        .bind("seller", Columns.nullable(seller, UUID.class))
        .map(row -> Map.entry(Columns.uuid(row, "product_id"), Columns.number(row, "threshold")))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public Flux<LowStock> low(UUID seller, PageRequest page) {
    Cursor after = page.after();
    GenericExecuteSpec spec =
        database
            .sql(after == null ? FIRST : NEXT)
            .bind("seller", seller)
            .bind("limit", page.limit());
    return (after == null ? spec : spec.bind("after", after.id(0)))
        .map(
            row ->
                new LowStock(
                    Columns.uuid(row, "product_id"),
                    Columns.number(row, "threshold"),
                    Columns.number(row, "available")))
        .all();
  }
}
