package dev.lapak.orders.orphan;

import dev.lapak.orders.order.Orders;
import dev.lapak.orders.reservation.HeldReservations;
import dev.lapak.orders.reservation.HeldReservations.Held;
import dev.lapak.orders.reservation.HeldReservations.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Compares what inventory holds with the orders. */
@Service
public class Orphans {

  private final HeldReservations reservations;
  private final Orders orders;

  Orphans(HeldReservations reservations, Orders orders) {
    this.reservations = reservations;
    this.orders = orders;
  }

  /** Those of a stretch of bounded length. */
  public Mono<Stretch> after(@Nullable Place place) {
    return reservations
        .next(HeldReservations.MAX, place)
        .flatMap(
            held ->
                orders
                    .reservedFor(held.stream().map(Held::id).toList())
                    .collect(HashSet<UUID>::new, Set::add)
                    .map(known -> Stretch.of(held, known)));
  }

  /**
   * What was found.
   *
   * @param last how far was looked; null where there is nothing
   * @param isEnd whether there is nothing after it
   */
  public record Stretch(List<Held> found, @Nullable Place last, boolean isEnd) {

    static Stretch of(List<Held> looked, Set<UUID> known) {
      return new Stretch(
          looked.stream().filter(held -> !known.contains(held.id())).toList(),
          looked.isEmpty() ? null : looked.getLast().place(),
          looked.size() < HeldReservations.MAX);
    }
  }
}
