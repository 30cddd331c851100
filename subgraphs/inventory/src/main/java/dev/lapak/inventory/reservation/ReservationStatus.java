package dev.lapak.inventory.reservation;

/**
 * Active at first, then exactly once committed, released or expired; what was committed may be
 * returned, once.
 */
public enum ReservationStatus {
  ACTIVE,
  COMMITTED,
  RELEASED,
  EXPIRED,
  RETURNED
}
