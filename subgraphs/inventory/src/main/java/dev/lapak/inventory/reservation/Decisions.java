package dev.lapak.inventory.reservation;

import dev.lapak.platform.outcome.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decides calls one after another on locked stock: each as a whole, and each for itself. */
public final class Decisions {

  private final FreeStock stock;
  private final Map<UUID, KnownReservation> known = new HashMap<>();
  private final List<MadeReservation> made = new ArrayList<>();

  public Decisions(Collection<Shelf> shelves, Collection<KnownReservation> known) {
    this.stock = new FreeStock(shelves);
    known.forEach(one -> this.known.put(one.reservation().id(), one));
  }

  /** What the calls so far have made. */
  public List<MadeReservation> made() {
    return List.copyOf(made);
  }

  public Outcome<List<Reservation>, ReserveError> decide(ReserveCall call) {
    List<Reservation> answer = new ArrayList<>();
    List<MadeReservation> mine = new ArrayList<>();
    List<ReserveError> errors = new ArrayList<>();
    for (ReservationRequest request : call.reservations()) {
      KnownReservation twin = known.get(request.id());
      if (twin == null) {
        MadeReservation reservation = make(request, errors);
        mine.add(reservation);
        answer.add(reservation.reservation());
      } else if (twin.isWhat(request)) {
        answer.add(twin.reservation());
      } else {
        errors.add(ReserveError.idUsed(request.id()));
      }
    }
    if (!errors.isEmpty()) {
      mine.forEach(reservation -> stock.putBack(reservation.lines()));
      return Outcome.refused(errors);
    }
    made.addAll(mine);
    // A twin later in the same batch meets it as if it had been there before.
    mine.forEach(one -> known.put(one.request().id(), KnownReservation.of(one)));
    return Outcome.done(answer);
  }

  private MadeReservation make(ReservationRequest request, List<ReserveError> errors) {
    List<ReservationLine> lines = new ArrayList<>();
    request
        .lines()
        .forEach(
            (product, quantity) ->
                stock
                    .take(product, quantity)
                    .ifPresentOrElse(
                        lines::addAll,
                        () ->
                            errors.add(
                                ReserveError.outOfStock(
                                    request.id(), product, stock.available(product)))));
    return new MadeReservation(request, lines);
  }
}
