package dev.lapak.inventory.reservation;

import java.util.List;

/** Reservations as they are now, unknown ones left out, and what was not done. */
public record ReservationsResult(List<Reservation> reservations, List<ReservationError> errors) {}
