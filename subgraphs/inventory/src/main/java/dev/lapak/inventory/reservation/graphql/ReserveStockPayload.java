package dev.lapak.inventory.reservation.graphql;

import dev.lapak.inventory.reservation.Reservation;
import dev.lapak.inventory.reservation.ReserveError;
import dev.lapak.platform.outcome.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

record ReserveStockPayload(@Nullable List<Reservation> reservations, List<ReserveError> errors) {

  static ReserveStockPayload of(Outcome<List<Reservation>, ReserveError> outcome) {
    return switch (outcome) {
      case Outcome.Done(List<Reservation> made) -> new ReserveStockPayload(made, List.of());
      case Outcome.Refused(List<ReserveError> errors) -> new ReserveStockPayload(null, errors);
    };
  }
}
