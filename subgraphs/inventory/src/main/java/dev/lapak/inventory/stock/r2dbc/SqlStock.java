package dev.lapak.inventory.stock.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.stock.KeyedMovement;
import dev.lapak.inventory.stock.StockChange;
import dev.lapak.inventory.stock.StockError;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.inventory.stock.StockMovementKind;
import dev.lapak.inventory.stock.StockStore;
import dev.lapak.platform.outcome.Outcome;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlStock implements StockStore {

  private static final String BEGIN =
      """
      INSERT INTO stock_level (product_id, warehouse_id)
      SELECT o.product_id, w.id FROM product_owner o JOIN warehouse w USING (seller_id)
      WHERE o.seller_id = :seller AND o.product_id = :product AND w.id = :warehouse
      ON CONFLICT DO NOTHING
      """;

  private static final String READ =
      """
      SELECT w.id, w.name, w.active, l.product_id, l.on_hand, l.reserved, m.kind,
        m.product_id AS moved_product, m.warehouse_id AS moved_warehouse, m.delta, m.reason,
        m.answer_on_hand, m.answer_reserved
      FROM stock_level l
      JOIN product_owner o ON o.product_id = l.product_id AND o.seller_id = :seller
      JOIN warehouse w ON w.id = l.warehouse_id AND w.seller_id = :seller
      LEFT JOIN stock_movement m ON m.seller_id = :seller AND m.idempotency_key = :key
      WHERE l.product_id = :product AND l.warehouse_id = :warehouse
      """;

  private static final String WRITE =
      """
      WITH changed AS (
        UPDATE stock_level SET on_hand = on_hand + :delta,
          version = version + 1, changed_in = pg_current_xact_id()
        WHERE product_id = :product AND warehouse_id = :warehouse
        RETURNING product_id, warehouse_id, on_hand, reserved)
      INSERT INTO stock_movement (product_id, warehouse_id, kind, delta, on_hand_after, reason, made_by,
        seller_id, idempotency_key, answer_on_hand, answer_reserved)
      SELECT product_id, warehouse_id, :kind, :delta, on_hand, :reason, :user, :seller, :key, on_hand, reserved
      FROM changed
      """;

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final LevelLocks locks;

  SqlStock(DatabaseClient database, TransactionalOperator transaction, LevelLocks locks) {
    this.database = database;
    this.transaction = transaction;
    this.locks = locks;
  }

  @Override
  public Mono<Outcome<StockLevel, StockError>> apply(UUID seller, UUID user, StockChange change) {
    return transaction
        .execute(
            status ->
                begin(seller, change)
                    .then(locks.lock(List.of(change.productId())))
                    .flatMap(locked -> judge(seller, user, change))
                    .doOnNext(
                        outcome -> {
                          if (outcome instanceof Outcome.Refused) {
                            status.setRollbackOnly(); // leaves no level behind that was begun
                          }
                        }))
        .as(Flux::singleOrEmpty)
        .repeatWhenEmpty(again -> again)
        .retryWhen(Contention.retry());
  }

  /** Makes the level where there was never any, so that it can be locked. */
  private Mono<Void> begin(UUID seller, StockChange change) {
    return database
        .sql(BEGIN)
        .bind("seller", seller)
        .bind("product", change.productId())
        .bind("warehouse", change.warehouseId())
        .then();
  }

  private Mono<Outcome<StockLevel, StockError>> judge(UUID seller, UUID user, StockChange change) {
    return database
        .sql(READ)
        .bind("seller", seller)
        .bind("product", change.productId())
        .bind("warehouse", change.warehouseId())
        .bind("key", change.idempotencyKey())
        .map(row -> new Found(StockRows.level(row), movement(row)))
        .one()
        .flatMap(found -> judge(seller, user, change, found))
        .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(StockError.warehouseNotFound())));
  }

  private Mono<Outcome<StockLevel, StockError>> judge(
      UUID seller, UUID user, StockChange change, Found found) {
    KeyedMovement earlier = found.earlier();
    if (earlier != null) {
      return Mono.just(
          change.made(earlier)
              ? Outcome.done(found.level().with(earlier.answerOnHand(), earlier.answerReserved()))
              : Outcome.refused(StockError.keyReused()));
    }
    return switch (change.judge(found.level())) {
      case Outcome.Done(Integer delta) -> write(seller, user, change, found.level(), delta);
      case Outcome.Refused(List<StockError> errors) -> Mono.just(Outcome.refused(errors));
    };
  }

  private Mono<Outcome<StockLevel, StockError>> write(
      UUID seller, UUID user, StockChange change, StockLevel level, int delta) {
    return database
        .sql(WRITE)
        .bind("delta", delta)
        .bind("product", change.productId())
        .bind("warehouse", change.warehouseId())
        .bind("kind", change.kind().name())
        .bind("reason", Columns.nullable(change.reason(), String.class))
        .bind("user", user)
        .bind("seller", seller)
        .bind("key", change.idempotencyKey())
        .fetch()
        .rowsUpdated()
        .map(written -> Outcome.done(level.with(level.onHand() + delta, level.reserved())));
  }

  private static @Nullable KeyedMovement movement(Readable row) {
    String kind = row.get("kind", String.class);
    return kind == null
        ? null
        : new KeyedMovement(
            StockMovementKind.valueOf(kind),
            Columns.uuid(row, "moved_product"),
            Columns.uuid(row, "moved_warehouse"),
            Columns.number(row, "delta"),
            row.get("reason", String.class),
            Columns.number(row, "answer_on_hand"),
            Columns.number(row, "answer_reserved"));
  }

  /** The level, and the movement that was made with this key before. */
  private record Found(StockLevel level, @Nullable KeyedMovement earlier) {}
}
