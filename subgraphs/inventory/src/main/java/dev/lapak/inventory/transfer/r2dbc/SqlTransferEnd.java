package dev.lapak.inventory.transfer.r2dbc;

import static dev.lapak.inventory.stock.StockLevel.MAX_ON_HAND;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.stock.r2dbc.LevelLocks;
import dev.lapak.inventory.stock.r2dbc.LockedLevel;
import dev.lapak.inventory.transfer.Transfer;
import dev.lapak.inventory.transfer.TransferEnd;
import dev.lapak.inventory.transfer.TransferError;
import dev.lapak.inventory.transfer.TransferLine;
import dev.lapak.inventory.transfer.TransferReader;
import dev.lapak.inventory.transfer.TransferStatus;
import dev.lapak.platform.outcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets goods arrive or come back, inside a transaction. */
@Component
class SqlTransferEnd {

  /** Makes the levels where there was never any, in order, so that they can be locked. */
  private static final String BEGIN =
      """
      INSERT INTO stock_level (product_id, warehouse_id)
      SELECT l.product_id, t.destination_id FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id
      WHERE t.id = :id AND t.seller_id = :seller AND t.status = 'IN_TRANSIT'
      ORDER BY l.product_id
      ON CONFLICT DO NOTHING
      """;

  private static final String LOCK =
      TransferRows.SELECT + "WHERE t.id = :id AND t.seller_id = :seller FOR UPDATE OF t";

  private static final String WRITE =
      """
      WITH ended AS (
        UPDATE transfer SET status = :status, ended_at = now(), ended_by = :user, missing_reason = :reason
        WHERE id = :id),
      back AS (SELECT * FROM unnest(:products, :quantities) AS b (product_id, quantity)),
      counted AS (
        UPDATE transfer_line l SET received = b.quantity FROM back b
        WHERE l.transfer_id = :id AND l.product_id = b.product_id AND :status = 'RECEIVED'),
      changed AS (
        UPDATE stock_level l SET on_hand = l.on_hand + b.quantity,
          version = l.version + 1, changed_in = pg_current_xact_id()
        FROM back b
        WHERE l.product_id = b.product_id AND l.warehouse_id = :place AND b.quantity > 0
        RETURNING l.product_id, l.on_hand, b.quantity)
      INSERT INTO stock_movement (product_id, warehouse_id, kind, delta, on_hand_after, transfer_id, made_by)
      SELECT product_id, :place, :kind, quantity, on_hand, :id, :user FROM changed
      """;

  private final DatabaseClient database;
  private final LevelLocks locks;
  private final TransferReader reader;

  SqlTransferEnd(DatabaseClient database, LevelLocks locks, TransferReader reader) {
    this.database = database;
    this.locks = locks;
    this.reader = reader;
  }

  /** Empty where it must be begun again in another transaction. */
  Mono<Outcome<Transfer, TransferError>> run(UUID seller, UUID user, UUID id, TransferEnd end) {
    return begin(seller, id)
        .then(reader.lines(List.of(id)))
        .map(lines -> lines.getOrDefault(id, List.of()))
        .flatMap(
            lines ->
                locks
                    .lock(lines.stream().map(TransferLine::productId).toList())
                    .flatMap(levels -> end(seller, user, id, end, levels)));
  }

  private Mono<Void> begin(UUID seller, UUID id) {
    return database.sql(BEGIN).bind("id", id).bind("seller", seller).then();
  }

  private Mono<Outcome<Transfer, TransferError>> end(
      UUID seller, UUID user, UUID id, TransferEnd end, List<LockedLevel> levels) {
    return database
        .sql(LOCK)
        .bind("id", id)
        .bind("seller", seller)
        .map(TransferRows::transfer)
        .one()
        .flatMap(
            transfer ->
                reader
                    .lines(List.of(id))
                    .flatMap(
                        lines ->
                            end(user, transfer, lines.getOrDefault(id, List.of()), end, levels)))
        .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(TransferError.notFound())));
  }

  private Mono<Outcome<Transfer, TransferError>> end(
      UUID user,
      Transfer transfer,
      List<TransferLine> lines,
      TransferEnd end,
      List<LockedLevel> levels) {
    return switch (end.judge(lines)) {
      case Outcome.Refused(List<TransferError> errors) when isInTransit(transfer) ->
          Mono.just(Outcome.refused(errors));
      case Outcome.Done(List<TransferLine> then) when isInTransit(transfer) ->
          fits(then, end.place(transfer), levels)
              ? write(user, transfer, then, end)
              : Mono.just(Outcome.refused(TransferError.full()));
      case Outcome.Done(List<TransferLine> then) when isThat(transfer, lines, end, then) ->
          Mono.just(Outcome.done(transfer));
      default -> Mono.just(Outcome.refused(TransferError.ended(transfer)));
    };
  }

  private static boolean isInTransit(Transfer transfer) {
    return transfer.status() == TransferStatus.IN_TRANSIT;
  }

  /** Whether it has ended in just this way. */
  private static boolean isThat(
      Transfer transfer, List<TransferLine> lines, TransferEnd end, List<TransferLine> then) {
    return transfer.status() == end.status()
        && lines.equals(then)
        && Objects.equals(transfer.missingReason(), end.missingReason());
  }

  private static boolean fits(List<TransferLine> lines, UUID place, List<LockedLevel> levels) {
    Map<UUID, Integer> there =
        levels.stream()
            .filter(level -> level.warehouseId().equals(place))
            .collect(Collectors.toMap(LockedLevel::productId, LockedLevel::onHand));
    return lines.stream()
        .allMatch(
            line -> (long) there.getOrDefault(line.productId(), 0) + arriving(line) <= MAX_ON_HAND);
  }

  /** How many are on hand again. */
  private static int arriving(TransferLine line) {
    return line.received() == null ? line.quantity() : line.received();
  }

  private Mono<Outcome<Transfer, TransferError>> write(
      UUID user, Transfer transfer, List<TransferLine> lines, TransferEnd end) {
    return database
        .sql(WRITE)
        .bind("id", transfer.id())
        .bind("status", end.status().name())
        .bind("kind", end.kind().name())
        .bind("user", user)
        .bind("reason", Columns.nullable(end.missingReason(), String.class))
        .bind("place", end.place(transfer))
        .bind("products", lines.stream().map(TransferLine::productId).toArray(UUID[]::new))
        .bind("quantities", lines.stream().map(SqlTransferEnd::arriving).toArray(Integer[]::new))
        .then()
        .then(reader.find(transfer.id(), null))
        .map(Outcome::done);
  }
}
