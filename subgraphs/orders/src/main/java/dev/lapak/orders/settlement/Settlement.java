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

  /** In the sequence in which they may come of one reservation. */
  public enum Kind {
    /** Sold. */
    COMMIT,
    /** Free again. */
    RELEASE,
    /** Sold, and on hand again. */
    RETURN
  }
}
