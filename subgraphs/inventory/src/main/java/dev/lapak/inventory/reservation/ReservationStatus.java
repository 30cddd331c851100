package dev.lapak.inventory.reservation;

/** Active at first, then exactly once one of the others. */
public enum ReservationStatus {
  ACTIVE,
  COMMITTED,
  RELEASED,
  EXPIRED
}
