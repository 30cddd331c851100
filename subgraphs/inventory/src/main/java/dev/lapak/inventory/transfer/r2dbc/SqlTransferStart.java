package dev.lapak.inventory.transfer.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.inventory.stock.r2dbc.LevelLocks;
import dev.lapak.inventory.stock.r2dbc.LockedLevel;
import dev.lapak.inventory.transfer.NewTransfer;
import dev.lapak.inventory.transfer.Transfer;
import dev.lapak.inventory.transfer.TransferError;
import dev.lapak.inventory.transfer.TransferLine;
import dev.lapak.inventory.transfer.TransferReader;
import dev.lapak.inventory.warehouse.Warehouse;
import dev.lapak.inventory.warehouse.r2dbc.WarehouseRows;
import dev.lapak.platform.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets goods leave, inside a transaction. */
@Component
class SqlTransferStart {

  private static final String EARLIER =
      TransferRows.SELECT + "WHERE t.seller_id = :seller AND t.idempotency_key = :key";

  private static final String WAREHOUSES =
      "SELECT id, name, active FROM warehouse WHERE id = ANY (:ids) AND seller_id = :seller";

  private static final String WRITE =
      """
      WITH started AS (
        INSERT INTO transfer (seller_id, source_id, destination_id, idempotency_key, started_by)
        VALUES (:seller, :source, :destination, :key, :user)
        RETURNING id),
      wanted AS (SELECT * FROM unnest(:products, :quantities) AS l (product_id, quantity)),
      sent AS (
        INSERT INTO transfer_line (transfer_id, product_id, quantity)
        SELECT started.id, product_id, quantity FROM started, wanted),
      changed AS (
        UPDATE stock_level l SET on_hand = l.on_hand - w.quantity,
          version = l.version + 1, changed_in = pg_current_xact_id()
        FROM wanted w
        WHERE l.product_id = w.product_id AND l.warehouse_id = :source
        RETURNING l.product_id, l.on_hand, w.quantity),
      moved AS (
        INSERT INTO stock_movement (product_id, warehouse_id, kind, delta, on_hand_after, transfer_id, made_by)
        SELECT product_id, :source, 'TRANSFER_OUT', -quantity, on_hand, started.id, :user
        FROM changed, started)
      SELECT id FROM started
      """;

  private final DatabaseClient database;
  private final LevelLocks locks;
  private final TransferReader reader;

  SqlTransferStart(DatabaseClient database, LevelLocks locks, TransferReader reader) {
    this.database = database;
    this.locks = locks;
    this.reader = reader;
  }

  /** Empty where it must be begun again in another transaction. */
  Mono<Outcome<Transfer, TransferError>> run(UUID seller, UUID user, NewTransfer wanted) {
    return locks
        .lock(wanted.products())
        .flatMap(
            levels ->
                earlier(seller, wanted)
                    .switchIfEmpty(
                        warehouses(seller, wanted)
                            .flatMap(own -> start(seller, user, wanted, levels, own))));
  }

  /** Read when the levels are locked: a twin with this key has been written by then. */
  private Mono<Outcome<Transfer, TransferError>> earlier(UUID seller, NewTransfer wanted) {
    return database
        .sql(EARLIER)
        .bind("seller", seller)
        .bind("key", wanted.idempotencyKey())
        .map(TransferRows::transfer)
        .one()
        .flatMap(
            known ->
                reader
                    .lines(List.of(known.id()))
                    .map(lines -> wanted.started(known, lines.getOrDefault(known.id(), List.of())))
                    .map(
                        isThis ->
                            isThis
                                ? Outcome.done(known)
                                : Outcome.refused(TransferError.keyReused())));
  }

  private Mono<Map<UUID, Warehouse>> warehouses(UUID seller, NewTransfer wanted) {
    return database
        .sql(WAREHOUSES)
        .bind("ids", new UUID[] {wanted.sourceId(), wanted.destinationId()})
        .bind("seller", seller)
        .map(WarehouseRows::warehouse)
        .all()
        .collectMap(Warehouse::id);
  }

  private Mono<Outcome<Transfer, TransferError>> start(
      UUID seller,
      UUID user,
      NewTransfer wanted,
      List<LockedLevel> levels,
      Map<UUID, Warehouse> own) {
    List<TransferError> errors = new ArrayList<>();
    Warehouse source = own.get(wanted.sourceId());
    if (source == null) {
      errors.add(TransferError.warehouseNotFound("sourceId"));
    }
    if (!own.containsKey(wanted.destinationId())) {
      errors.add(TransferError.warehouseNotFound("destinationId"));
    }
    if (source != null) {
      errors.addAll(tooFew(wanted, source, levels));
    }
    return errors.isEmpty()
        ? write(seller, user, wanted).map(Outcome::done)
        : Mono.just(Outcome.refused(errors));
  }

  private static List<TransferError> tooFew(
      NewTransfer wanted, Warehouse source, List<LockedLevel> levels) {
    Map<UUID, LockedLevel> there =
        levels.stream()
            .filter(level -> level.warehouseId().equals(source.id()))
            .collect(Collectors.toMap(LockedLevel::productId, Function.identity()));
    List<TransferError> errors = new ArrayList<>();
    for (int i = 0; i < wanted.lines().size(); i++) {
      TransferLine line = wanted.lines().get(i);
      StockLevel level = level(line.productId(), source, there.get(line.productId()));
      if (level.free() < line.quantity()) {
        errors.add(TransferError.outOfStock(i, level));
      }
    }
    return errors;
  }

  private static StockLevel level(UUID product, Warehouse source, @Nullable LockedLevel locked) {
    return locked == null
        ? new StockLevel(product, source, 0, 0)
        : new StockLevel(product, source, locked.onHand(), locked.reserved());
  }

  private Mono<Transfer> write(UUID seller, UUID user, NewTransfer wanted) {
    List<TransferLine> lines = wanted.lines();
    return database
        .sql(WRITE)
        .bind("seller", seller)
        .bind("source", wanted.sourceId())
        .bind("destination", wanted.destinationId())
        .bind("key", wanted.idempotencyKey())
        .bind("user", user)
        .bind("products", lines.stream().map(TransferLine::productId).toArray(UUID[]::new))
        .bind("quantities", lines.stream().map(TransferLine::quantity).toArray(Integer[]::new))
        .map(row -> Columns.uuid(row, "id"))
        .one()
        .flatMap(id -> reader.find(id, seller));
  }
}
