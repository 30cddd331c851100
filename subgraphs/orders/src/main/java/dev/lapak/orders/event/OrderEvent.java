package dev.lapak.orders.event;

import dev.lapak.orders.order.OrderEventType;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.platform.outbox.PositionCursor;
import dev.lapak.platform.outbox.Positioned;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A change of an order.
 *
 * @param sequence the order's version after it
 * @param status the order's status after it
 */
public record OrderEvent(
    long position,
    UUID orderId,
    int sequence,
    OrderEventType type,
    OrderStatus status,
    OffsetDateTime occurredAt,
    UUID buyerId,
    UUID sellerId)
    implements Positioned {

  /** What resumes after it. */
  public String cursor() {
    return new PositionCursor(position).encode();
  }
}
