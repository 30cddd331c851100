package dev.lapak.inventory.reconciliation.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.reconciliation.Differences;
import dev.lapak.inventory.reconciliation.Differences.LevelKey;
import dev.lapak.inventory.reconciliation.ReconciliationStore;
import dev.lapak.inventory.reconciliation.Repair;
import dev.lapak.inventory.reconciliation.RepairErrorCode;
import dev.lapak.inventory.reconciliation.StockDifference;
import dev.lapak.inventory.reconciliation.StuckReservation;
import dev.lapak.inventory.stock.r2dbc.StockRows;
import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlReconciliation implements ReconciliationStore {

  /** So many levels are looked at for one page. */
  private static final int STRETCH = 1_000;

  /** All in one statement, so that all of it is of one moment. */
  private static final String DIFFERENCES =
      """
      WITH looked AS MATERIALIZED (
        SELECT product_id, warehouse_id, on_hand, reserved FROM stock_level %s
        ORDER BY product_id, warehouse_id LIMIT :stretch),
      held AS MATERIALIZED (
        SELECT l.product_id, l.warehouse_id, sum(l.quantity) FILTER (WHERE r.status = 'ACTIVE') AS quantity,
          count(*) FILTER (WHERE l.held_until IS DISTINCT FROM
            CASE WHEN r.status = 'ACTIVE' THEN r.expires_at END) AS misheld
        FROM (
          SELECT id FROM reservation WHERE status = 'ACTIVE'
          UNION SELECT reservation_id FROM reservation_line WHERE held_until IS NOT NULL) holding
        JOIN reservation r ON r.id = holding.id
        JOIN reservation_line l ON l.reservation_id = r.id
        GROUP BY l.product_id, l.warehouse_id),
      compared AS (
        SELECT looked.*, coalesce((
            SELECT sum(m.delta) FROM stock_movement m
            WHERE m.product_id = looked.product_id AND m.warehouse_id = looked.warehouse_id), 0) AS folded,
          coalesce(held.quantity, 0) AS held, coalesce(held.misheld, 0) AS misheld
        FROM looked LEFT JOIN held USING (product_id, warehouse_id)),
      different AS (
        SELECT c.*, w.id, w.name, w.active FROM compared c JOIN warehouse w ON w.id = c.warehouse_id
        WHERE c.on_hand <> c.folded OR c.reserved <> c.held OR c.misheld > 0
        ORDER BY c.product_id, c.warehouse_id LIMIT :limit),
      last AS (
        SELECT product_id AS last_product, warehouse_id AS last_warehouse,
          (SELECT count(*)::int FROM looked) AS looked_at
        FROM looked ORDER BY product_id DESC, warehouse_id DESC LIMIT 1)
      SELECT last.*, d.product_id, d.id, d.name, d.active, d.on_hand, d.reserved,
        least(greatest(d.folded, -2147483648), 2147483647)::int AS folded,
        least(d.held, 2147483647)::int AS held, d.misheld::int AS misheld
      FROM last LEFT JOIN different d ON true ORDER BY d.product_id, d.warehouse_id
      """;

  private static final String FIRST = DIFFERENCES.formatted("");
  private static final String NEXT =
      DIFFERENCES.formatted("WHERE (product_id, warehouse_id) > (:product, :warehouse)");

  private static final String STUCK =
      """
      SELECT r.id, r.expires_at, l.products, l.warehouses, l.quantities
      FROM reservation r CROSS JOIN LATERAL (
        SELECT array_agg(product_id) AS products, array_agg(warehouse_id) AS warehouses,
          array_agg(quantity) AS quantities
        FROM reservation_line WHERE reservation_id = r.id) l
      WHERE r.status = 'ACTIVE' AND r.expires_at < now() - interval '1 minute' %s
      ORDER BY r.expires_at, r.id LIMIT :limit
      """;

  private static final String FIRST_STUCK = STUCK.formatted("");
  private static final String NEXT_STUCK =
      STUCK.formatted("AND (r.expires_at, r.id) > (:expires_at, :id)");

  private final DatabaseClient database;
  private final SqlRepair repair;

  SqlReconciliation(DatabaseClient database, SqlRepair repair) {
    this.database = database;
    this.repair = repair;
  }

  @Override
  public Mono<Differences> differences(PageRequest page) {
    Cursor after = page.after();
    GenericExecuteSpec spec =
        database
            .sql(after == null ? FIRST : NEXT)
            .bind("stretch", STRETCH)
            .bind("limit", page.limit());
    return (after == null ? spec : spec.bind("product", after.id(0)).bind("warehouse", after.id(1)))
        .map(Looked::of)
        .all()
        .collectList()
        .map(SqlReconciliation::differences);
  }

  private static Differences differences(List<Looked> rows) {
    return rows.isEmpty()
        ? new Differences(List.of(), null, true)
        : new Differences(
            rows.stream().map(Looked::difference).filter(Objects::nonNull).toList(),
            rows.getFirst().last(),
            rows.getFirst().count() < STRETCH);
  }

  @Override
  public Flux<StuckReservation> stuck(PageRequest page) {
    Cursor after = page.after();
    GenericExecuteSpec spec =
        database.sql(after == null ? FIRST_STUCK : NEXT_STUCK).bind("limit", page.limit());
    return (after == null ? spec : spec.bind("expires_at", after.time(0)).bind("id", after.id(1)))
        .map(SqlReconciliation::reservation)
        .all();
  }

  private static StuckReservation reservation(Readable row) {
    UUID[] products = Objects.requireNonNull(row.get("products", UUID[].class));
    UUID[] warehouses = Objects.requireNonNull(row.get("warehouses", UUID[].class));
    Integer[] quantities = Objects.requireNonNull(row.get("quantities", Integer[].class));
    List<StuckReservation.Line> lines = new ArrayList<>();
    for (int i = 0; i < products.length; i++) {
      lines.add(new StuckReservation.Line(products[i], warehouses[i], quantities[i]));
    }
    return new StuckReservation(Columns.uuid(row, "id"), Columns.time(row, "expires_at"), lines);
  }

  @Override
  public Mono<Outcome<Repair, InputError<RepairErrorCode>>> repair(
      UUID product, UUID warehouse, UUID user, String reason) {
    return repair.run(product, warehouse, user, reason);
  }

  /** A difference, or none, and (with each) how far it was looked. */
  private record Looked(LevelKey last, int count, @Nullable StockDifference difference) {

    static Looked of(Readable row) {
      return new Looked(
          new LevelKey(Columns.uuid(row, "last_product"), Columns.uuid(row, "last_warehouse")),
          Columns.number(row, "looked_at"),
          row.get("product_id") == null
              ? null
              : new StockDifference(
                  StockRows.level(row),
                  Columns.number(row, "folded"),
                  Columns.number(row, "held"),
                  Columns.number(row, "misheld")));
    }
  }
}
