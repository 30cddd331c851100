package dev.lapak.inventory.reservation;

/** Why nothing was reserved. */
enum ReserveErrorCode {
  OUT_OF_STOCK,
  RESERVATION_ID_USED
}
