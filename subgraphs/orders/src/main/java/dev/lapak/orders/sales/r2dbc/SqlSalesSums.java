package dev.lapak.orders.sales.r2dbc;

import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.sales.RankedSales;
import dev.lapak.orders.sales.Ranking;
import dev.lapak.orders.sales.SalesSums;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlSalesSums implements SalesSums {

  /**
   * One statement reads events, adds them up and notes how far it came, so that a crash leaves all
   * of it or nothing; the lock on the note keeps a second one out. What has been cancelled had been
   * sold if it was ever paid.
   */
  private static final String COUNT =
      """
      WITH mark AS MATERIALIZED (
        SELECT position FROM outbox_consumer
        WHERE name = 'sales' AND position < (SELECT coalesce(max(position), 0) FROM outbox)
        FOR UPDATE SKIP LOCKED
      ), seen AS MATERIALIZED (
        SELECT position, stream, seller_id, occurred_at, type FROM outbox
        WHERE position > (SELECT position FROM mark) ORDER BY position LIMIT :limit
      ), noted AS (
        UPDATE outbox_consumer SET position = (SELECT max(position) FROM seen)
        WHERE name = 'sales' AND EXISTS (SELECT FROM seen)
      ), sold AS MATERIALIZED (
        SELECT stream, seller_id, type = 'CANCELLED' AS was_cancelled,
          date_bin('15 minutes', occurred_at, '2000-01-01Z') AS quarter,
          date_trunc('hour', occurred_at, 'UTC') AS hour,
          date_trunc('day', occurred_at, 'UTC') AS day,
          date_trunc('month', occurred_at, 'UTC') AS month
        FROM seen
        WHERE type IN ('PAYMENT_APPROVED', 'PAID') OR type = 'CANCELLED' AND EXISTS (
          SELECT FROM outbox earlier
          WHERE earlier.stream = seen.stream AND earlier.type IN ('PAYMENT_APPROVED', 'PAID'))
      ), lines AS (
        SELECT sold.*, o.currency, l.product_id, l.quantity, l.total
        FROM sold JOIN orders o ON o.id = sold.stream JOIN order_line l ON l.order_id = sold.stream
      ), sums AS (
        SELECT
          CASE WHEN GROUPING(product_id) = 0 THEN 'PRODUCT'
            WHEN GROUPING(seller_id) = 0 THEN 'SELLER' ELSE 'ALL' END AS dimension,
          CASE 0 WHEN GROUPING(quarter) THEN 'QUARTER' WHEN GROUPING(hour) THEN 'HOUR'
            WHEN GROUPING(day) THEN 'DAY' ELSE 'MONTH' END AS grain,
          coalesce(seller_id, '00000000-0000-0000-0000-000000000000') AS seller_id,
          coalesce(quarter, hour, day, month) AS at,
          coalesce(product_id, '00000000-0000-0000-0000-000000000000') AS product_id,
          currency,
          count(DISTINCT stream) FILTER (WHERE NOT was_cancelled) AS orders,
          coalesce(sum(quantity) FILTER (WHERE NOT was_cancelled), 0) AS units,
          coalesce(sum(total) FILTER (WHERE NOT was_cancelled), 0) AS paid,
          count(DISTINCT stream) FILTER (WHERE was_cancelled) AS cancelled_orders,
          coalesce(sum(quantity) FILTER (WHERE was_cancelled), 0) AS cancelled_units,
          coalesce(sum(total) FILTER (WHERE was_cancelled), 0) AS cancelled
        FROM lines
        GROUP BY currency, GROUPING SETS (
          (seller_id, product_id, quarter), (seller_id, product_id, day), (seller_id, product_id, month),
          (seller_id, quarter), (seller_id, hour), (seller_id, day), (seller_id, month),
          (quarter), (hour), (day), (month))
      ), added AS (
        INSERT INTO sales AS s (dimension, grain, seller_id, at, product_id, currency,
          orders, units, paid, cancelled_orders, cancelled_units, cancelled)
        SELECT * FROM sums
        ON CONFLICT (seller_id, at, product_id, currency, dimension, grain) DO UPDATE SET
          orders = s.orders + excluded.orders,
          units = s.units + excluded.units,
          paid = s.paid + excluded.paid,
          cancelled_orders = s.cancelled_orders + excluded.cancelled_orders,
          cancelled_units = s.cancelled_units + excluded.cancelled_units,
          cancelled = s.cancelled + excluded.cancelled
      )
      SELECT count(*)::int AS events FROM seen
      """;

  /** A table for each dimension and grain, so these are written out. */
  private static final String BY_PERIOD =
      """
      WITH given AS MATERIALIZED (SELECT :cuts::text[]::timestamptz[] AS cuts)
      SELECT width_bucket(at, cuts) - 1 AS period, %s
      FROM sales, given
      WHERE dimension = '%s' AND grain = '%s' AND seller_id = :seller
        AND at >= :from::timestamptz AND at < :to::timestamptz
      GROUP BY period, currency
      """;

  private static final UUID NONE = new UUID(0, 0);

  private final DatabaseClient database;

  SqlSalesSums(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Integer> countNext(int events) {
    return database
        .sql(COUNT)
        .bind("limit", events)
        .map(row -> OrderRows.get(row, "events", Integer.class))
        .one();
  }

  @Override
  public Flux<PeriodSum> byPeriod(@Nullable UUID sellerId, List<Instant> cuts) {
    String dimension = sellerId == null ? "ALL" : "SELLER";
    return database
        .sql(BY_PERIOD.formatted(SalesRows.SUMS, dimension, Grain.of(cuts)))
        .bind("cuts", cuts.stream().map(Instant::toString).toArray(String[]::new))
        .bind("seller", sellerId == null ? NONE : sellerId)
        .bind("from", cuts.getFirst().toString())
        .bind("to", cuts.getLast().toString())
        .map(
            row -> new PeriodSum(OrderRows.get(row, "period", Integer.class), SalesRows.sales(row)))
        .all();
  }

  @Override
  public Mono<Connection<RankedSales>> ranked(Ranking ranking, PageRequest page) {
    return new RankingQuery(ranking).page(database, page);
  }
}
