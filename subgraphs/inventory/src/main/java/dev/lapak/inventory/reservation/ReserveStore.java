package dev.lapak.inventory.reservation;

import dev.lapak.platform.outcome.Outcome;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where reservations are made, and with them the stock that they hold is taken. */
@FunctionalInterface
public interface ReserveStore {

  /**
   * Decides the calls one after another, in one transaction.
   *
   * @return what became of each, in their order; ends with {@link SpoiltBatchException} where one
   *     of them keeps the others from being written
   */
  Mono<List<Outcome<List<Reservation>, ReserveError>>> reserve(List<ReserveCall> calls);
}
