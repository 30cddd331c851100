package dev.lapak.inventory.reservation;

import java.util.List;

/** A new reservation, to be written with the lines that hold its stock. */
public record MadeReservation(ReservationRequest request, List<ReservationLine> lines) {

  Reservation reservation() {
    return new Reservation(request.id(), ReservationStatus.ACTIVE, request.expiresAt());
  }
}
