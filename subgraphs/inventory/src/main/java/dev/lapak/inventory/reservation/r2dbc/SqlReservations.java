package dev.lapak.inventory.reservation.r2dbc;

import dev.lapak.inventory.reservation.Reservation;
import dev.lapak.inventory.reservation.ReservationStatus;
import dev.lapak.inventory.reservation.ReservationStore;
import dev.lapak.inventory.stock.r2dbc.Contention;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@Repository
class SqlReservations implements ReservationStore {

  /** An active one that is over reads as expired, swept or not. */
  private static final String READ =
      """
      SELECT id, expires_at,
        CASE WHEN status = 'ACTIVE' AND expires_at <= now() THEN 'EXPIRED' ELSE status END AS status
      FROM reservation WHERE id = ANY (:ids)
      """;

  private static final String LOCK = READ + " ORDER BY id FOR UPDATE";

  private static final String EXTEND =
      """
      WITH extended AS (
        UPDATE reservation SET expires_at = :until WHERE id = ANY (:ids) AND expires_at < :until
        RETURNING id, expires_at)
      UPDATE reservation_line l SET held_until = extended.expires_at FROM extended
      WHERE l.reservation_id = extended.id
      """;

  private static final String LOCK_LEVELS =
      """
      SELECT 1 FROM stock_level
      WHERE (product_id, warehouse_id) IN (
        SELECT product_id, warehouse_id FROM reservation_line WHERE reservation_id = ANY (:ids))
      ORDER BY product_id, warehouse_id FOR UPDATE
      """;

  private static final String END =
      """
      WITH active AS (
        SELECT id, expires_at <= now() AS over FROM reservation
        WHERE id = ANY (:ids) AND status = 'ACTIVE'
        ORDER BY id FOR UPDATE),
      ended AS (
        UPDATE reservation r SET status = CASE WHEN over THEN 'EXPIRED' ELSE :wish END, ended_at = now()
        FROM active WHERE r.id = active.id
        RETURNING r.id, r.status),
      freed AS (
        UPDATE reservation_line l SET held_until = NULL FROM ended WHERE l.reservation_id = ended.id
        RETURNING l.reservation_id, l.product_id, l.warehouse_id, l.quantity,
          CASE WHEN ended.status = 'COMMITTED' THEN l.quantity ELSE 0 END AS sold),
      changes AS (
        SELECT product_id, warehouse_id, sum(quantity)::int AS quantity, sum(sold)::int AS sold
        FROM freed GROUP BY product_id, warehouse_id),
      sales AS (
        INSERT INTO stock_movement (product_id, warehouse_id, kind, delta, on_hand_after, reservation_id)
        SELECT f.product_id, f.warehouse_id, 'SALE', -f.sold, l.on_hand - sum(f.sold) OVER (
            PARTITION BY f.product_id, f.warehouse_id ORDER BY f.reservation_id), f.reservation_id
        FROM freed f JOIN stock_level l USING (product_id, warehouse_id) WHERE f.sold > 0
        ORDER BY f.reservation_id)
      UPDATE stock_level l SET reserved = l.reserved - c.quantity, on_hand = l.on_hand - c.sold,
        version = l.version + 1, changed_in = pg_current_xact_id()
      FROM changes c WHERE l.product_id = c.product_id AND l.warehouse_id = c.warehouse_id
      """;

  private static final String RETURN =
      """
      WITH returned AS (
        UPDATE reservation SET status = 'RETURNED', returned_at = now()
        WHERE id = ANY (:ids) AND status = 'COMMITTED'
        RETURNING id),
      goods AS (
        SELECT l.reservation_id, l.product_id, l.warehouse_id, l.quantity
        FROM reservation_line l JOIN returned ON returned.id = l.reservation_id),
      changes AS (
        SELECT product_id, warehouse_id, sum(quantity)::int AS quantity FROM goods
        GROUP BY product_id, warehouse_id),
      returns AS (
        INSERT INTO stock_movement (product_id, warehouse_id, kind, delta, on_hand_after, reservation_id)
        SELECT g.product_id, g.warehouse_id, 'RETURN', g.quantity, l.on_hand + sum(g.quantity) OVER (
            PARTITION BY g.product_id, g.warehouse_id ORDER BY g.reservation_id), g.reservation_id
        FROM goods g JOIN stock_level l USING (product_id, warehouse_id)
        ORDER BY g.reservation_id)
      UPDATE stock_level l SET on_hand = l.on_hand + c.quantity,
        version = l.version + 1, changed_in = pg_current_xact_id()
      FROM changes c WHERE l.product_id = c.product_id AND l.warehouse_id = c.warehouse_id
      """;

  private final DatabaseClient database;
  private final TransactionalOperator transaction;

  SqlReservations(DatabaseClient database, TransactionalOperator transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  /** Changes no level, so it locks none: the reservations come next in the order of locks. */
  @Override
  public Mono<Map<UUID, Reservation>> extend(Set<UUID> ids, OffsetDateTime expiresAt) {
    return read(LOCK, ids)
        .flatMap(
            now ->
                now.size() == ids.size() && now.values().stream().allMatch(Reservation::isActive)
                    ? extendAll(ids, expiresAt).then(read(READ, ids))
                    : Mono.just(now))
        .as(transaction::transactional)
        .retryWhen(Contention.retry());
  }

  private Mono<Void> extendAll(Collection<UUID> ids, OffsetDateTime expiresAt) {
    return database
        .sql(EXTEND)
        .bind("ids", ids.toArray(UUID[]::new))
        .bind("until", expiresAt)
        .then();
  }

  @Override
  public Mono<Map<UUID, Reservation>> end(Set<UUID> ids, ReservationStatus wish) {
    UUID[] all = ids.toArray(UUID[]::new);
    return database
        .sql(LOCK_LEVELS)
        .bind("ids", all)
        .then()
        .then(database.sql(END).bind("ids", all).bind("wish", wish.name()).then())
        .then(read(READ, ids))
        .as(transaction::transactional)
        .retryWhen(Contention.retry());
  }

  /** Two statements change reservations here, so both kinds are locked before, in their order. */
  @Override
  public Mono<Map<UUID, Reservation>> giveBack(Set<UUID> ids) {
    UUID[] all = ids.toArray(UUID[]::new);
    return database
        .sql(LOCK_LEVELS)
        .bind("ids", all)
        .then()
        .then(read(LOCK, ids))
        .then(
            database
                .sql(END)
                .bind("ids", all)
                .bind("wish", ReservationStatus.RELEASED.name())
                .then())
        .then(database.sql(RETURN).bind("ids", all).then())
        .then(read(READ, ids))
        .as(transaction::transactional)
        .retryWhen(Contention.retry());
  }

  private Mono<Map<UUID, Reservation>> read(String sql, Collection<UUID> ids) {
    return database
        .sql(sql)
        .bind("ids", ids.toArray(UUID[]::new))
        .map(ReservationRows::reservation)
        .all()
        .collectMap(Reservation::id);
  }
}
