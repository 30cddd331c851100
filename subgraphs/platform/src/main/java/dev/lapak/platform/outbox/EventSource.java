package dev.lapak.platform.outbox;

import reactor.core.publisher.Flux;

/** Reads stamped events from the database. */
@FunctionalInterface
public interface EventSource<E extends Positioned> {

  /** The next ones after a position, in their order, at most so many. */
  Flux<E> after(long position, int limit);
}
