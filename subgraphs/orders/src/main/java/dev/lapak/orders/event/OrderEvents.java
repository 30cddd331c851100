package dev.lapak.orders.event;

import dev.lapak.platform.outbox.EventSource;
import reactor.core.publisher.Mono;

/** Reads events that have their position. */
public interface OrderEvents {

  EventSource<OrderEvent> matching(EventFilter filter);

  /**
   * @return how many there are after a position, counted up to {@code max}
   */
  Mono<Integer> count(EventFilter filter, long after, int max);
}
