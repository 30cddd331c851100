package dev.lapak.inventory.reservation;

import reactor.core.publisher.Mono;

/** Active reservations that are over. */
@FunctionalInterface
public interface OverReservations {

  /**
   * Ends some that nobody else is at; waits for nobody.
   *
   * @return whether it ended any, so that there may be more
   */
  Mono<Boolean> endSome();
}
