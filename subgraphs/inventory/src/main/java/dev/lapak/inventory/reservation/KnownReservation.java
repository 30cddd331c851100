package dev.lapak.inventory.reservation;

import java.util.Map;
import java.util.UUID;

/**
 * A reservation whose id is asked for again.
 *
 * @param lines how many of each product it was made for
 */
public record KnownReservation(Reservation reservation, Map<UUID, Integer> lines) {

  static KnownReservation of(MadeReservation made) {
    return new KnownReservation(made.reservation(), made.request().lines());
  }

  boolean isWhat(ReservationRequest request) {
    return reservation.isActive() && lines.equals(request.lines());
  }
}
