package dev.lapak.inventory.reservation;

import java.time.OffsetDateTime;
import java.util.UUID;

/** Stock promised to one order. */
public record Reservation(UUID id, ReservationStatus status, OffsetDateTime expiresAt) {

  public boolean isActive() {
    return status == ReservationStatus.ACTIVE;
  }

  /** Whether it was sold, be it returned since. */
  boolean wasCommitted() {
    return status == ReservationStatus.COMMITTED || status == ReservationStatus.RETURNED;
  }
}
