package dev.lapak.orders.checkout;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checkouts on their way. Each ends once: {@link Purchases#write} turns it into a purchase, or it
 * is given up or abandoned. Whoever abandons it, nobody else, releases its reservations.
 */
public interface Attempts {

  /** Joins the attempt at this input, or begins one, unless the key has its purchase. */
  Mono<Beginning> begin(CheckoutRequest request);

  /** The key's purchase, if there is one. */
  Mono<Beginning.Answered> find(CheckoutRequest request);

  /**
   * Ends an attempt that holds nothing, unless it has twins: one of them may hold something.
   *
   * @return the key's purchase, if a twin made it meanwhile
   */
  Mono<Beginning.Answered> giveUp(Attempt attempt, CheckoutRequest request);

  /**
   * Ends an attempt that may hold something.
   *
   * @param evenWithTwins else one that has twins goes on
   * @return whether this ended it
   */
  Mono<Boolean> abandon(Attempt attempt, boolean evenWithTwins);

  /** Ends what nobody has touched for that long: it died. Answers how many those were. */
  Mono<Long> abandonUntouched(Duration since, int limit);

  /** What was abandoned that long ago. */
  Flux<Attempt> abandoned(Duration since, int limit);

  /** After their reservations were released. */
  Mono<Long> forget(Collection<Attempt> released);

  /** Where a checkout stands before it does anything. */
  sealed interface Beginning {

    /** The key has its purchase. */
    record Answered(UUID purchaseId, boolean sameInput) implements Beginning {}

    /** To be worked on. */
    record Open(Attempt attempt) implements Beginning {}
  }
}
