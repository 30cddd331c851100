package dev.lapak.inventory.stock;

import static dev.lapak.inventory.stock.StockLevel.MAX_ON_HAND;

import dev.lapak.platform.outcome.Outcome;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a seller wants done to one stock level; judged when the level is locked. */
public sealed interface StockChange {

  /** A reason has at most this many characters. */
  int MAX_REASON = 200;

  UUID productId();

  UUID warehouseId();

  String idempotencyKey();

  StockMovementKind kind();

  default @Nullable String reason() {
    return null;
  }

  /** By how much it changes that level, or why it can't. */
  Outcome<Integer, StockError> judge(StockLevel level);

  /** Whether that movement was made by a call with this very input. */
  default boolean made(KeyedMovement movement) {
    return movement.kind() == kind()
        && movement.productId().equals(productId())
        && movement.warehouseId().equals(warehouseId())
        && Objects.equals(movement.reason(), reason());
  }

  /** What was counted, against what was there as the counter had last read it. */
  record Count(
      UUID productId, UUID warehouseId, int onHand, int expectedOnHand, String idempotencyKey)
      implements StockChange {

    @Override
    public StockMovementKind kind() {
      return StockMovementKind.COUNT;
    }

    @Override
    public Outcome<Integer, StockError> judge(StockLevel level) {
      if (level.onHand() != expectedOnHand) {
        return Outcome.refused(StockError.stockChanged(level));
      }
      if (onHand < level.reserved()) {
        return Outcome.refused(StockError.belowReserved("onHand", level));
      }
      return Outcome.done(onHand - level.onHand());
    }

    @Override
    public boolean made(KeyedMovement movement) {
      return StockChange.super.made(movement)
          && movement.answerOnHand() == onHand
          && movement.delta() == onHand - expectedOnHand;
    }
  }

  /** More, or with a minus less. */
  record Adjustment(
      UUID productId, UUID warehouseId, int delta, String reason, String idempotencyKey)
      implements StockChange {

    @Override
    public StockMovementKind kind() {
      return StockMovementKind.ADJUSTMENT;
    }

    @Override
    public Outcome<Integer, StockError> judge(StockLevel level) {
      int after = level.onHand() + delta; // both are at most a thousand million
      if (after > MAX_ON_HAND) {
        return Outcome.refused(
            StockError.outOfRange(
                "delta", "More than %,d would be on hand.".formatted(MAX_ON_HAND)));
      }
      if (after < level.reserved()) {
        return Outcome.refused(StockError.belowReserved("delta", level));
      }
      return Outcome.done(delta);
    }

    @Override
    public boolean made(KeyedMovement movement) {
      return StockChange.super.made(movement) && movement.delta() == delta;
    }
  }
}
