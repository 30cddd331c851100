package dev.lapak.inventory.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement that a call with an idempotency key made.
 *
 * @param answerOnHand what that call answered
 * @param answerReserved what that call answered
 */
public record KeyedMovement(
    StockMovementKind kind,
    UUID productId,
    UUID warehouseId,
    int delta,
    @Nullable String reason,
    int answerOnHand,
    int answerReserved) {}
