package dev.lapak.inventory.reservation;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Gathers calls that come at once and hands them on as one batch, one batch after another.
 *
 * <p>A lone call goes at once. While a batch is under way, those that come wait for the next one,
 * which waits a moment for as many as were seen at once before: callers that have just been
 * answered tend to come again.
 *
 * <p>A batch belongs to no caller: who hangs up gets no answer, but spoils nobody else's. What
 * nobody waits for any more when its batch begins is left out.
 */
final class ReserveQueue {

  /** So many lines may wait; more are refused. */
  static final int MAX_WAITING = 20_000;

  /** So many lines go into a batch, or a single call with more; keeps transactions short. */
  private static final int MAX_BATCH = 1_000;

  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(ReserveQueue.class);

  private final ReserveStore store;
  private final Queue<WaitingCall> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicBoolean working = new AtomicBoolean();
  private volatile Gate gate = new Gate(1);

  ReserveQueue(ReserveStore store) {
    this.store = store;
  }

  Mono<Outcome<List<Reservation>, ReserveError>> reserve(ReserveCall call) {
    return Mono.defer(
        () -> {
          if (lines.addAndGet(call.lines()) > MAX_WAITING) {
            lines.addAndGet(-call.lines());
            return Mono.error(
                new RequestException(
                    RequestErrorCode.TRY_AGAIN, "Too many reservations at once: try again."));
          }
          WaitingCall waiting = new WaitingCall(call);
          queue.add(waiting);
          gate.waiting(calls.incrementAndGet());
          work();
          // Not on the database connection's thread, which has the next batch to carry.
          return waiting.answer().publishOn(Schedulers.parallel()).doOnCancel(waiting::leave);
        });
  }

  /** Runs batches until nobody waits, unless that is being done. */
  private void work() {
    if (working.compareAndSet(false, true)) {
      round(1)
          .expand(this::round)
          .doFinally(
              end -> {
                working.set(false);
                if (!queue.isEmpty()) {
                  work();
                }
              })
          .subscribe(seen -> {}, failure -> log.error("Batches stopped", failure));
    }
  }

  /**
   * Gathers a batch and runs it.
   *
   * @param expected how many calls are worth a moment's waiting
   * @return how many were seen at once; empty where nobody waited
   */
  private Mono<Integer> round(int expected) {
    return until(expected)
        .then(Mono.fromSupplier(this::take))
        .filter(batch -> !batch.isEmpty())
        .flatMap(batch -> run(batch).then(Mono.fromSupplier(() -> batch.size() + calls.get())));
  }

  private Mono<Void> until(int expected) {
    if (expected <= 1 || calls.get() >= expected) {
      return Mono.empty();
    }
    Gate next = new Gate(expected);
    gate = next;
    next.waiting(calls.get());
    return next.opened(MOMENT);
  }

  private List<WaitingCall> take() {
    List<WaitingCall> batch = new ArrayList<>();
    int size = 0;
    for (WaitingCall next = queue.peek(); next != null; next = queue.peek()) {
      size += next.call().lines();
      if (size > MAX_BATCH && !batch.isEmpty()) {
        break;
      }
      queue.remove();
      calls.decrementAndGet();
      lines.addAndGet(-next.call().lines());
      if (!next.hasLeft()) {
        batch.add(next);
      }
    }
    return batch;
  }

  private Mono<Void> run(List<WaitingCall> batch) {
    return Mono.defer(() -> store.reserve(batch.stream().map(WaitingCall::call).toList()))
        .timeout(TIMEOUT)
        .doOnNext(
            outcomes -> {
              for (int i = 0; i < batch.size(); i++) {
                batch.get(i).succeed(outcomes.get(i));
              }
            })
        .then()
        .onErrorResume(failure -> recover(batch, failure));
  }

  private Mono<Void> recover(List<WaitingCall> batch, Throwable failure) {
    if (failure instanceof SpoiltBatchException && batch.size() > 1) {
      return Flux.fromIterable(batch).concatMap(waiting -> run(List.of(waiting))).then();
    }
    Throwable reason = failure instanceof SpoiltBatchException spoilt ? spoilt.reason() : failure;
    batch.forEach(waiting -> waiting.fail(reason));
    return Mono.empty();
  }
}
