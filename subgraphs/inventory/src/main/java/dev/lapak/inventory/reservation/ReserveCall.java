package dev.lapak.inventory.reservation;

import java.util.List;

/** Reservations that are made together or not at all. */
public record ReserveCall(List<ReservationRequest> reservations) {

  public ReserveCall {
    reservations = List.copyOf(reservations);
  }

  /** Over all reservations. */
  int lines() {
    return reservations.stream().mapToInt(reservation -> reservation.lines().size()).sum();
  }
}
