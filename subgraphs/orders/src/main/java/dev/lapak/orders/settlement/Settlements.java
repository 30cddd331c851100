package dev.lapak.orders.settlement;

import dev.lapak.platform.outbox.EventSource;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is to be settled, and what could not be. */
public interface Settlements {

  /** In the order of the events. */
  EventSource<Settlement> events();

  /**
   * Keeps what could not be settled; instead of what was kept of the same reservation before. Not
   * what does not matter any more: to commit what was cancelled since.
   *
   * @param again whether to try again, ever more rarely; else it is left to a person
   */
  Mono<Long> setAside(Settlement settlement, String problem, boolean again);

  /** What was set aside and is due again. */
  Flux<Settlement> due(int limit);

  /** They are settled after all. */
  Mono<Long> forget(Collection<UUID> reservations);
}
