package dev.lapak.inventory.transfer;

import dev.lapak.inventory.warehouse.Warehouse;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods on their way.
 *
 * @param endedAt when they were received or called back
 * @param missingReason why not all arrived, where not all did
 */
public record Transfer(
    UUID id,
    TransferStatus status,
    Warehouse source,
    Warehouse destination,
    OffsetDateTime startedAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String missingReason) {}
