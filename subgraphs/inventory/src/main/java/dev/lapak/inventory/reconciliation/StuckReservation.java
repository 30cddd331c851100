package dev.lapak.inventory.reconciliation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A reservation that is active long after it was over. */
public record StuckReservation(UUID id, OffsetDateTime expiresAt, List<Line> lines) {

  public StuckReservation {
    lines = List.copyOf(lines);
  }

  /** What it holds where. */
  public record Line(UUID productId, UUID warehouseId, int quantity) {}
}
