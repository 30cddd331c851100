package dev.lapak.orders.settlement;

import dev.lapak.platform.outbox.EventSource;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is to be settled, and what could not be. */
public interface Settlements {

  /** In the order of the events. */
  EventSource<Settlement> events();

  /**
   * Keeps what could not be settled.
   *
   * @param again whether to try again, ever more rarely; else it is left to a person
   */
  Mono<Long> setAside(Settlement settlement, String problem, boolean again);

  /** What was set aside and is due again. */
  Flux<Settlement> due(int limit);

  /** It is settled after all. */
  Mono<Long> forget(UUID orderId);
}
