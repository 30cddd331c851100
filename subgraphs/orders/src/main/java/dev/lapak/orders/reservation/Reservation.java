package dev.lapak.orders.reservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Stock to hold for one order.
 *
 * @param id the same again is the same reservation
 * @param expiresAt when it ends by itself
 */
public record Reservation(UUID id, Instant expiresAt, List<Line> lines) {

  public Reservation {
    lines = List.copyOf(lines);
  }

  /** How many of what. */
  public record Line(UUID productId, int quantity) {}
}
