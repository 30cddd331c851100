package dev.lapak.orders.order;

import dev.lapak.platform.viewer.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Changes orders: each move is one conditional statement that also writes its event, so of two that
 * race one wins. Call {@code Outbox.wake()} after the commit.
 */
public interface OrderMoves {

  /**
   * Makes the move if the order's status allows it and the actor may make it.
   *
   * @return the order as it is then; nothing if it was not moved
   */
  Mono<Order> make(Move move, UUID orderId, Viewer actor, @Nullable String reason);

  /**
   * Ends orders whose deadline has passed; safe to be called by several instances at once.
   *
   * @return how many, at most {@code limit}
   */
  Mono<Long> expireDue(int limit);
}
