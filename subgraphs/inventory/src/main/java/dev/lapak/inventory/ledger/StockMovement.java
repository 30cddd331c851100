package dev.lapak.inventory.ledger;

import dev.lapak.inventory.stock.StockMovementKind;
import dev.lapak.inventory.warehouse.Warehouse;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of what is on hand.
 *
 * @param onHandAfter what was on hand after it
 * @param madeBy the user; null for a sale
 */
public record StockMovement(
    UUID id,
    UUID productId,
    Warehouse warehouse,
    StockMovementKind kind,
    int delta,
    int onHandAfter,
    @Nullable String reason,
    @Nullable UUID transferId,
    @Nullable UUID madeBy,
    OffsetDateTime madeAt) {}
