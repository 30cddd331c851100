package dev.lapak.inventory.reservation;

/** Why a reservation was not changed. */
enum ReservationErrorCode {
  RESERVATION_NOT_FOUND,
  RESERVATION_ENDED
}
