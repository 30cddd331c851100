package dev.lapak.inventory.reservation.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.reservation.Reservation;
import dev.lapak.inventory.reservation.ReservationStatus;
import io.r2dbc.spi.Readable;

/** Reads reservations. */
final class ReservationRows {

  private ReservationRows() {}

  /** Of the columns {@code id}, {@code status} and {@code expires_at}. */
  static Reservation reservation(Readable row) {
    return new Reservation(
        Columns.uuid(row, "id"),
        ReservationStatus.valueOf(Columns.text(row, "status")),
        Columns.time(row, "expires_at"));
  }
}
