package dev.lapak.inventory.reservation.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.reservation.Decisions;
import dev.lapak.inventory.reservation.KnownReservation;
import dev.lapak.inventory.reservation.MadeReservation;
import dev.lapak.inventory.reservation.Reservation;
import dev.lapak.inventory.reservation.ReservationLine;
import dev.lapak.inventory.reservation.ReservationRequest;
import dev.lapak.inventory.reservation.ReserveCall;
import dev.lapak.inventory.reservation.ReserveError;
import dev.lapak.inventory.reservation.ReserveStore;
import dev.lapak.inventory.reservation.Shelf;
import dev.lapak.inventory.reservation.SpoiltBatchException;
import dev.lapak.inventory.stock.r2dbc.Contention;
import dev.lapak.inventory.stock.r2dbc.LevelLocks;
import dev.lapak.inventory.stock.r2dbc.LockedLevel;
import dev.lapak.platform.outcome.Outcome;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Locks what a batch wants, has it decided, and writes what was made: four statements at most. */
@Repository
class SqlReserve implements ReserveStore {

  private static final String KNOWN =
      """
      SELECT r.id, r.expires_at, l.product_id, sum(l.quantity)::int AS quantity,
        CASE WHEN r.status = 'ACTIVE' AND r.expires_at <= now() THEN 'EXPIRED' ELSE r.status END AS status
      FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id
      WHERE r.id = ANY (:ids)
      GROUP BY r.id, l.product_id
      """;

  /** The ids in order: two transactions that share some wait for each other in one direction. */
  private static final String WRITE =
      """
      WITH made AS (
        INSERT INTO reservation (id, expires_at)
        SELECT id, expires_at FROM unnest(:ids, :expiries) AS r (id, expires_at) ORDER BY id),
      held AS (
        INSERT INTO reservation_line (reservation_id, product_id, warehouse_id, quantity, held_until)
        SELECT reservation_id, product_id, warehouse_id, quantity, held_until
        FROM unnest(:reservations, :products, :warehouses, :quantities, :ends)
          AS l (reservation_id, product_id, warehouse_id, quantity, held_until)
        RETURNING product_id, warehouse_id, quantity),
      taken AS (
        SELECT product_id, warehouse_id, sum(quantity)::int AS quantity FROM held
        GROUP BY product_id, warehouse_id)
      UPDATE stock_level l SET reserved = l.reserved + t.quantity,
        version = l.version + 1, changed_in = pg_current_xact_id()
      FROM taken t
      WHERE l.product_id = t.product_id AND l.warehouse_id = t.warehouse_id
      """;

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final LevelLocks locks;

  SqlReserve(DatabaseClient database, TransactionalOperator transaction, LevelLocks locks) {
    this.database = database;
    this.transaction = transaction;
    this.locks = locks;
  }

  @Override
  public Mono<List<Outcome<List<Reservation>, ReserveError>>> reserve(List<ReserveCall> calls) {
    List<ReservationRequest> requests =
        calls.stream().flatMap(call -> call.reservations().stream()).toList();
    Set<UUID> products =
        requests.stream()
            .flatMap(request -> request.lines().keySet().stream())
            .collect(Collectors.toSet());
    return locks
        .lock(products)
        .zipWhen(levels -> known(requests))
        .flatMap(found -> decide(calls, new Decisions(shelves(found.getT1()), found.getT2())))
        .as(transaction::transactional)
        .repeatWhenEmpty(again -> again)
        .retryWhen(Contention.retry())
        .onErrorMap(Contention::isAboutData, SpoiltBatchException::new);
  }

  private static List<Shelf> shelves(Collection<LockedLevel> levels) {
    return levels.stream()
        .filter(LockedLevel::active)
        .map(level -> new Shelf(level.productId(), level.warehouseId(), level.free()))
        .toList();
  }

  /** Read when the levels are locked: a twin that reserves the same has been written by then. */
  private Mono<Collection<KnownReservation>> known(List<ReservationRequest> requests) {
    return database
        .sql(KNOWN)
        .bind("ids", requests.stream().map(ReservationRequest::id).toArray(UUID[]::new))
        .map(KnownLine::of)
        .all()
        .collect(
            Collectors.groupingBy(
                KnownLine::reservation,
                Collectors.toMap(KnownLine::productId, KnownLine::quantity)))
        .map(
            lines ->
                lines.entrySet().stream()
                    .map(known -> new KnownReservation(known.getKey(), known.getValue()))
                    .toList());
  }

  private Mono<List<Outcome<List<Reservation>, ReserveError>>> decide(
      List<ReserveCall> calls, Decisions decisions) {
    List<Outcome<List<Reservation>, ReserveError>> outcomes =
        calls.stream().map(decisions::decide).toList();
    return write(decisions.made()).thenReturn(outcomes);
  }

  private Mono<Void> write(List<MadeReservation> made) {
    if (made.isEmpty()) {
      return Mono.empty();
    }
    List<HeldLine> held =
        made.stream()
            .flatMap(one -> one.lines().stream().map(line -> new HeldLine(one.request(), line)))
            .toList();
    return database
        .sql(WRITE)
        .bind("ids", column(made, one -> one.request().id(), UUID[]::new))
        .bind("expiries", column(made, one -> one.request().expiresAt(), OffsetDateTime[]::new))
        .bind("reservations", column(held, one -> one.request().id(), UUID[]::new))
        .bind("products", column(held, one -> one.line().productId(), UUID[]::new))
        .bind("warehouses", column(held, one -> one.line().warehouseId(), UUID[]::new))
        .bind("quantities", column(held, one -> one.line().quantity(), Integer[]::new))
        .bind("ends", column(held, one -> one.request().expiresAt(), OffsetDateTime[]::new))
        .then();
  }

  private static <T, V> V[] column(List<T> rows, Function<T, V> value, IntFunction<V[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  private record HeldLine(ReservationRequest request, ReservationLine line) {}

  private record KnownLine(Reservation reservation, UUID productId, int quantity) {

    static KnownLine of(Readable row) {
      return new KnownLine(
          ReservationRows.reservation(row),
          Columns.uuid(row, "product_id"),
          Columns.number(row, "quantity"));
    }
  }
}
