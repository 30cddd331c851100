package dev.lapak.orders.settlement;

import dev.lapak.platform.outbox.Positioned;
import java.util.UUID;

/**
 * What is to be done with an order's reservation.
 *
 * @param position of the event that it follows from
 */
public record Settlement(long position, UUID orderId, UUID reservationId, Kind kind)
    implements Positioned {

  /** Sold or given back. */
  public enum Kind {
    COMMIT,
    RELEASE
  }
}
