package dev.lapak.orders.timeline;

import dev.lapak.orders.order.OrderEventType;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Party;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of an order.
 *
 * @param sequence the order's version after it
 * @param status the order's status after it
 * @param by as what it was taken
 * @param actorId the user who took it; null where that was no person
 */
public record TimelineEntry(
    UUID orderId,
    int sequence,
    OrderEventType type,
    OrderStatus status,
    OffsetDateTime occurredAt,
    Party by,
    @Nullable UUID actorId,
    @Nullable String reason) {}
