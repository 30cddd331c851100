package dev.lapak.inventory.reservation;

import java.util.UUID;

/** Why a reservation was not changed. */
record ReservationError(ReservationErrorCode code, String message, UUID reservationId) {

  static ReservationError notFound(UUID id) {
    return new ReservationError(
        ReservationErrorCode.RESERVATION_NOT_FOUND, "No reservation has this id.", id);
  }

  static ReservationError ended(Reservation reservation) {
    return new ReservationError(
        ReservationErrorCode.RESERVATION_ENDED,
        "It is " + reservation.status() + ".",
        reservation.id());
  }
}
