package dev.lapak.inventory.reservation;

import dev.lapak.platform.outcome.Outcome;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A call, and where its answer goes. */
final class WaitingCall {

  private final ReserveCall call;
  private final Sinks.One<Outcome<List<Reservation>, ReserveError>> answer = Sinks.one();
  private volatile boolean left;

  WaitingCall(ReserveCall call) {
    this.call = call;
  }

  ReserveCall call() {
    return call;
  }

  Mono<Outcome<List<Reservation>, ReserveError>> answer() {
    return answer.asMono();
  }

  /** Nobody waits for the answer any more. */
  void leave() {
    left = true;
  }

  boolean hasLeft() {
    return left;
  }

  void succeed(Outcome<List<Reservation>, ReserveError> outcome) {
    answer.tryEmitValue(outcome);
  }

  void fail(Throwable reason) {
    answer.tryEmitError(reason);
  }
}
