package dev.lapak.inventory.stock.r2dbc;

import dev.lapak.inventory.Columns;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Locks levels, for a transaction that goes on to change them. Everybody locks in this order, so
 * that nobody waits in a circle: levels by product and warehouse, with them (shared) their
 * warehouses, then reservations by id or one transfer, then their lines. Who locks in another order
 * must not wait.
 *
 * <p>With the levels that were asked for, those that share a reservation with them are locked where
 * that reservation is over: it can be ended only as a whole.
 */
@Component
public class LevelLocks {

  private static final Logger log = LoggerFactory.getLogger(LevelLocks.class);

  /** How many reservations are ended in one transaction. */
  private static final int MAX_EXPIRIES = 500;

  /** {@code = ANY (ARRAY (…))} looks each up by an index, however large the tables are. */
  private static final String LEVELS =
      """
      SELECT l.product_id, l.warehouse_id, l.on_hand, l.reserved, w.active,
        (SELECT count(*)::int FROM reservation_line
         WHERE product_id = ANY (:products) AND held_until <= now()) AS lines_over
      FROM stock_level l JOIN warehouse w ON w.id = l.warehouse_id
      WHERE l.product_id = ANY (:products || ARRAY (
        SELECT other.product_id FROM reservation_line other
        WHERE other.reservation_id = ANY (ARRAY (
          SELECT reservation_id FROM reservation_line
          WHERE product_id = ANY (:products) AND held_until <= now()
          ORDER BY held_until LIMIT :max))))
      ORDER BY l.product_id, l.warehouse_id
      """;

  /**
   * A counter that says less than was held (it was damaged) becomes 0: one wrong row must keep
   * neither its own product nor all others from being freed.
   */
  private static final String EXPIRE =
      """
      WITH locked AS (
        SELECT * FROM unnest(:products, :warehouses) AS l (product_id, warehouse_id)),
      due AS (
        SELECT r.id FROM reservation r
        WHERE r.status = 'ACTIVE' AND r.expires_at <= now()
          AND r.id = ANY (ARRAY (
            SELECT reservation_id FROM reservation_line
            WHERE product_id = ANY (:products) AND held_until <= now()
            ORDER BY held_until LIMIT :max))
          AND NOT EXISTS (
            SELECT FROM reservation_line o
            WHERE o.reservation_id = r.id
              AND (o.product_id, o.warehouse_id) NOT IN (SELECT product_id, warehouse_id FROM locked))
        ORDER BY r.id FOR UPDATE OF r),
      ended AS (
        UPDATE reservation r SET status = 'EXPIRED', ended_at = now() FROM due WHERE r.id = due.id
        RETURNING r.id),
      freed AS (
        UPDATE reservation_line l SET held_until = NULL FROM ended WHERE l.reservation_id = ended.id
        RETURNING l.product_id, l.warehouse_id, l.quantity),
      freed_levels AS (
        SELECT product_id, warehouse_id, sum(quantity)::int AS quantity, count(*)::int AS lines
        FROM freed GROUP BY product_id, warehouse_id)
      UPDATE stock_level l SET reserved = greatest(0, l.reserved - f.quantity),
        version = l.version + 1, changed_in = pg_current_xact_id()
      FROM freed_levels f
      WHERE l.product_id = f.product_id AND l.warehouse_id = f.warehouse_id
      RETURNING l.product_id, l.warehouse_id, f.quantity, f.lines,
        old.reserved < f.quantity AS was_wrong
      """;

  private final DatabaseClient database;

  LevelLocks(DatabaseClient database) {
    this.database = database;
  }

  /**
   * Locks all levels of the products, their warehouses' states too, and ends the reservations on
   * them that are over.
   *
   * @return the levels as they are then; nothing where more is over than one transaction should
   *     end: commit what was ended, and begin again
   */
  public Mono<List<LockedLevel>> lock(Collection<UUID> products) {
    return lock(products, "FOR UPDATE OF l FOR SHARE OF w")
        .filter(expiry -> !expiry.moreIsOver())
        .map(Expiry::levels);
  }

  /**
   * Ends what is over on those levels of the products that nobody has locked; waits for nobody.
   *
   * @return how many lines were freed
   */
  public Mono<Integer> expireUnlocked(Collection<UUID> products) {
    return lock(products, "FOR UPDATE OF l SKIP LOCKED").map(Expiry::freed);
  }

  private Mono<Expiry> lock(Collection<UUID> products, String clause) {
    return database
        .sql(LEVELS + clause)
        .bind("products", products.toArray(UUID[]::new))
        .bind("max", MAX_EXPIRIES)
        .map(row -> new Found(LockedLevel.of(row), Columns.number(row, "lines_over")))
        .all()
        .collectList()
        .flatMap(
            found -> {
              List<LockedLevel> levels = found.stream().map(Found::level).toList();
              int over = found.isEmpty() ? 0 : found.getFirst().linesOver();
              return over == 0 ? Mono.just(Expiry.none(levels)) : expire(levels, products, over);
            });
  }

  private Mono<Expiry> expire(List<LockedLevel> levels, Collection<UUID> products, int over) {
    return database
        .sql(EXPIRE)
        .bind("products", levels.stream().map(LockedLevel::productId).toArray(UUID[]::new))
        .bind("warehouses", levels.stream().map(LockedLevel::warehouseId).toArray(UUID[]::new))
        .bind("max", MAX_EXPIRIES)
        .map(Expiry.Freed::of)
        .all()
        .doOnNext(LevelLocks::tell)
        .collectList()
        .map(freed -> Expiry.of(levels, freed, products, over));
  }

  private static void tell(Expiry.Freed freed) {
    if (freed.wasWrong()) {
      log.error("Less was counted as reserved than was: see stockReconciliation for {}", freed);
    }
  }

  /** A level, and (with each) how many lines are over in all. */
  private record Found(LockedLevel level, int linesOver) {}
}
