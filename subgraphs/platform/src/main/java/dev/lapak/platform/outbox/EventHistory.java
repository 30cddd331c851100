package dev.lapak.platform.outbox;

import reactor.core.publisher.Mono;

/** What somebody who follows has missed. */
public interface EventHistory<E extends Positioned> extends EventSource<E> {

  /** How many there are after a position; need not count beyond {@code max}. */
  Mono<Integer> count(long position, int max);
}
