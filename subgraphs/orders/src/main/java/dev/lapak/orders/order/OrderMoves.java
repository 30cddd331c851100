package dev.lapak.orders.order;

import dev.lapak.platform.viewer.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Changes orders: each move is one conditional statement that also writes its event, so of two that
 * race one wins. Call {@code Outbox.wake()} after the commit.
 */
public interface OrderMoves {

  /**
   * Makes the move if the order's status allows it and the actor may make it. Not for {@link
   * Move#EXTEND_DEADLINE} and {@link Move#REINSTATE}.
   *
   * @return the order as it is then; nothing if it was not moved
   */
  Mono<Order> make(Move move, UUID orderId, Actor actor, @Nullable String reason);

  default Mono<Order> make(Move move, UUID orderId, Viewer actor, @Nullable String reason) {
    return make(move, orderId, new Actor.Person(actor), reason);
  }

  /**
   * Makes {@link Move#EXTEND_DEADLINE}.
   *
   * @param heldUntil how long inventory holds the stock at least
   * @return the order as it is then; nothing if it was not moved
   */
  Mono<Order> extend(UUID orderId, Viewer buyer, Duration by, Instant heldUntil);

  /**
   * Makes {@link Move#REINSTATE}.
   *
   * @param reservation of its goods, made anew
   * @return the order as it is then; nothing if it was not moved
   */
  Mono<Order> reinstate(
      UUID orderId, Actor actor, UUID reservation, Instant heldUntil, @Nullable String reason);

  /**
   * Ends orders whose deadline has passed; safe to be called by several instances at once.
   *
   * @return how many, at most {@code limit}
   */
  Mono<Long> expireDue(int limit);

  /**
   * Completes orders that were delivered so long ago; safe to be called by several instances at
   * once.
   *
   * @return how many, at most {@code limit}
   */
  Mono<Long> completeDue(Duration after, int limit);
}
