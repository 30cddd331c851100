package dev.lapak.orders.reservation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Asks inventory. Every call may be repeated, and ends in {@link
 * dev.lapak.orders.UnavailableException} where there is no answer in time.
 */
public interface Reservations {

  /** At most so many at once, of all calls. */
  int MAX = 1_000;

  /** All of them or none. */
  Mono<Reserving> reserve(List<Reservation> wanted);

  /**
   * Lets them end later, all of them or none.
   *
   * @return whether they do; else one has ended
   */
  Mono<Boolean> extend(Collection<UUID> ids, Instant until);

  /** Sold: each for itself. */
  Mono<List<Refusal>> commit(Collection<UUID> ids);

  /** Given back: each for itself; those that ended or never were change nothing. */
  Mono<List<Refusal>> release(Collection<UUID> ids);

  /** What was sold is given back, what was not is released; none is refused. */
  Mono<List<Refusal>> giveBack(Collection<UUID> ids);
}
