package dev.lapak.inventory.live.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.live.ProductStock;
import dev.lapak.inventory.live.StockReading;
import dev.lapak.inventory.live.StockWatch;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SqlStockWatch implements StockWatch {

  /**
   * First finds what has changed, then adds up that alone. The horizon is of the very snapshot that
   * all of it is read with; it comes with each row, and alone where there is none.
   */
  private static final String LOOK =
      """
      WITH wanted AS MATERIALIZED (
        SELECT l.product_id FROM stock_level l JOIN warehouse w ON w.id = l.warehouse_id
        WHERE l.product_id = ANY (:known)
          AND (l.changed_in >= :since::bigint::text::xid8 OR w.changed_in >= :since::bigint::text::xid8)
        UNION
        SELECT unnest(:fresh))
      SELECT h.horizon, s.*
      FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon) h LEFT JOIN (
        SELECT wanted.product_id, coalesce(sum(l.version + w.version), 0)::bigint AS sequence,
          coalesce(max(greatest(l.changed_in, w.changed_in)::text::bigint), 0) AS changed_in,
          least(coalesce(sum(l.on_hand - l.reserved + coalesce((
              SELECT sum(d.quantity) FROM reservation_line d
              WHERE d.product_id = l.product_id AND d.warehouse_id = l.warehouse_id
                AND d.held_until <= now()), 0)) FILTER (WHERE w.active), 0), 2147483647)::int AS available
        FROM wanted
        LEFT JOIN stock_level l ON l.product_id = wanted.product_id
        LEFT JOIN warehouse w ON w.id = l.warehouse_id
        GROUP BY wanted.product_id) s ON true
      """;

  private final DatabaseClient database;

  SqlStockWatch(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<StockReading> look(Collection<UUID> known, long since, Collection<UUID> fresh) {
    return database
        .sql(LOOK)
        .bind("known", known.toArray(UUID[]::new))
        .bind("since", since)
        .bind("fresh", fresh.toArray(UUID[]::new))
        .map(row -> new Found(number(row, "horizon"), stock(row)))
        .all()
        .collectList()
        .map(
            rows ->
                new StockReading(
                    rows.getFirst().horizon(),
                    rows.stream().map(Found::stock).filter(Objects::nonNull).toList()));
  }

  private static @Nullable ProductStock stock(Readable row) {
    return row.get("product_id") == null
        ? null
        : new ProductStock(
            Columns.uuid(row, "product_id"),
            number(row, "sequence"),
            Columns.number(row, "available"),
            number(row, "changed_in"));
  }

  private static long number(Readable row, String column) {
    return Objects.requireNonNull(row.get(column, Long.class), column);
  }

  private record Found(long horizon, @Nullable ProductStock stock) {}
}
