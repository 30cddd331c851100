package dev.lapak.inventory.held;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A reservation that holds stock, wherever that is. */
public record HeldReservation(
    UUID id, OffsetDateTime createdAt, OffsetDateTime expiresAt, List<Line> lines) {

  public HeldReservation {
    lines = List.copyOf(lines);
  }

  /** How many of what. */
  public record Line(UUID productId, int quantity) {}

  /** Its place among all of them. */
  public record Place(OffsetDateTime expiresAt, UUID id) {}
}
