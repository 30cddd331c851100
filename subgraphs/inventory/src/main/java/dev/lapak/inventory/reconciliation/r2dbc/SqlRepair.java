package dev.lapak.inventory.reconciliation.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.reconciliation.Repair;
import dev.lapak.inventory.reconciliation.RepairErrorCode;
import dev.lapak.inventory.reconciliation.RepairErrors;
import dev.lapak.inventory.reconciliation.StockDifference;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.inventory.stock.r2dbc.Contention;
import dev.lapak.inventory.stock.r2dbc.StockRows;
import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Makes a level right, under the locks that everybody takes: the level, then the reservations whose
 * lines are mended, then their lines. What is over is not ended here, for that fails where a
 * counter is wrong.
 */
@Component
class SqlRepair {

  private static final String LOCK =
      """
      SELECT 1 FROM stock_level WHERE product_id = :product AND warehouse_id = :warehouse FOR UPDATE
      """;

  private static final String COMPARE =
      """
      SELECT l.product_id, w.id, w.name, w.active, l.on_hand, l.reserved,
        least(greatest(coalesce((
            SELECT sum(m.delta) FROM stock_movement m
            WHERE m.product_id = l.product_id AND m.warehouse_id = l.warehouse_id), 0),
          -2147483648), 2147483647)::int AS folded,
        least(coalesce(held.quantity, 0), 2147483647)::int AS held, held.misheld
      FROM stock_level l JOIN warehouse w ON w.id = l.warehouse_id CROSS JOIN LATERAL (
        SELECT sum(h.quantity) FILTER (WHERE r.status = 'ACTIVE') AS quantity,
          count(*) FILTER (WHERE h.held_until IS DISTINCT FROM
            CASE WHEN r.status = 'ACTIVE' THEN r.expires_at END)::int AS misheld
        FROM (
          SELECT id FROM reservation WHERE status = 'ACTIVE'
          UNION SELECT reservation_id FROM reservation_line
          WHERE product_id = l.product_id AND held_until IS NOT NULL) holding
        JOIN reservation r ON r.id = holding.id
        JOIN reservation_line h ON h.reservation_id = r.id
          AND h.product_id = l.product_id AND h.warehouse_id = l.warehouse_id) held
      WHERE l.product_id = :product AND l.warehouse_id = :warehouse
      """;

  private static final String MEND_LINES =
      """
      WITH holding AS (
        SELECT r.id, CASE WHEN r.status = 'ACTIVE' THEN r.expires_at END AS until FROM reservation r
        WHERE r.id IN (
          SELECT id FROM reservation WHERE status = 'ACTIVE'
          UNION SELECT reservation_id FROM reservation_line
          WHERE product_id = :product AND held_until IS NOT NULL)
        AND EXISTS (
          SELECT FROM reservation_line l WHERE l.reservation_id = r.id
            AND l.product_id = :product AND l.warehouse_id = :warehouse
            AND l.held_until IS DISTINCT FROM CASE WHEN r.status = 'ACTIVE' THEN r.expires_at END)
        ORDER BY r.id FOR UPDATE)
      UPDATE reservation_line l SET held_until = holding.until FROM holding
      WHERE l.reservation_id = holding.id AND l.product_id = :product AND l.warehouse_id = :warehouse
      """;

  private static final String WRITE =
      """
      WITH repaired AS (
        UPDATE stock_level SET on_hand = :on_hand, reserved = :reserved,
          version = version + 1, changed_in = pg_current_xact_id()
        WHERE product_id = :product AND warehouse_id = :warehouse)
      INSERT INTO stock_movement (product_id, warehouse_id, kind, delta, on_hand_after, reason, made_by)
      VALUES (:product, :warehouse, 'REPAIR', :delta, :on_hand, :reason, :user)
      """;

  private final DatabaseClient database;
  private final TransactionalOperator transaction;

  SqlRepair(DatabaseClient database, TransactionalOperator transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  Mono<Outcome<Repair, InputError<RepairErrorCode>>> run(
      UUID product, UUID warehouse, UUID user, String reason) {
    return at(LOCK, product, warehouse)
        .then()
        .then(
            at(COMPARE, product, warehouse)
                .map(
                    row ->
                        new StockDifference(
                            StockRows.level(row),
                            Columns.number(row, "folded"),
                            Columns.number(row, "held"),
                            Columns.number(row, "misheld")))
                .one())
        .flatMap(difference -> repair(difference, user, reason))
        .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(RepairErrors.notFound())))
        .as(transaction::transactional)
        .retryWhen(Contention.retry());
  }

  private Mono<Outcome<Repair, InputError<RepairErrorCode>>> repair(
      StockDifference difference, UUID user, String reason) {
    if (difference.isNone()) {
      return Mono.just(Outcome.done(new Repair(difference.level(), false)));
    }
    if (!difference.isRepairable()) {
      return Mono.just(Outcome.refused(RepairErrors.tooMuchHeld()));
    }
    StockLevel right = difference.repaired();
    UUID product = right.productId();
    UUID warehouse = right.warehouse().id();
    return at(MEND_LINES, product, warehouse)
        .then()
        .then(
            at(WRITE, product, warehouse)
                .bind("on_hand", right.onHand())
                .bind("reserved", right.reserved())
                .bind("delta", right.onHand() - difference.ledgerOnHand())
                .bind("reason", reason)
                .bind("user", user)
                .then())
        .thenReturn(Outcome.done(new Repair(right, true)));
  }

  private GenericExecuteSpec at(String sql, UUID product, UUID warehouse) {
    return database.sql(sql).bind("product", product).bind("warehouse", warehouse);
  }
}
