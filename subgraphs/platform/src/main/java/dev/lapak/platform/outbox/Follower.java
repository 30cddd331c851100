package dev.lapak.platform.outbox;

import dev.lapak.platform.error.RequestException;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

/** Somebody at the tail, with a bounded number of events that wait for them. */
final class Follower<E> {

  /** How many leave the buffer at once. */
  private static final int STRIDE = 16;

  private final Predicate<E> wanted;
  private final long joinedAt;
  private final Sinks.Many<E> buffer;

  /**
   * @param joinedAt the tail's position before anything was handed to this one
   */
  Follower(Predicate<E> wanted, int size, long joinedAt) {
    this.wanted = wanted;
    this.joinedAt = joinedAt;
    this.buffer = Sinks.many().unicast().onBackpressureBuffer(Queues.<E>get(size).get());
  }

  long joinedAt() {
    return joinedAt;
  }

  /**
   * Nobody waits for a follower: whose buffer is full has lost the tail.
   *
   * @return whether this still follows
   */
  boolean accept(E event) {
    if (!wanted.test(event)) {
      return true;
    }
    boolean follows = buffer.tryEmitNext(event).isSuccess();
    if (!follows) {
      // However it failed: a buffer may also run over before anybody reads from it.
      buffer.tryEmitComplete();
    }
    return follows;
  }

  void end(RequestException failure) {
    buffer.tryEmitError(failure);
  }

  /** What waits and what comes, until the tail is lost. To be subscribed to once. */
  Flux<E> events() {
    // Each on a thread of its own choice: the tail goes on to the next follower.
    return buffer.asFlux().publishOn(Schedulers.parallel(), STRIDE);
  }
}
