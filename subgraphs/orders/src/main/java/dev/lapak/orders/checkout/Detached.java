package dev.lapak.orders.checkout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Runs checkouts to their end, whether or not the caller waits for it: so many at once, so that
 * none is slow, and the others in turn. The application does not stop before they have ended.
 */
@Component
class Detached implements SmartLifecycle {

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration LEAST_WAIT = Duration.ofMillis(200);

  /** How much of the usual time a single checkout tells. */
  private static final double SHARE = 0.05;

  private final int atOnce;
  private final int max;
  private final Duration longestWait;

  /** Those that wait for their turn; it and what follows are guarded by it. */
  private final Queue<Sinks.Empty<Void>> waiting = new ArrayDeque<>();

  private int running;
  private double usualNanos;
  private volatile boolean accepting;

  Detached(CheckoutProperties properties) {
    this.atOnce = properties.checkoutsAtOnce();
    this.max = properties.maxCheckouts();
    this.longestWait = properties.checkoutWait();
  }

  /**
   * @return nothing, at once, if there are too many already
   */
  <T> Mono<T> run(Mono<T> task) {
    return Mono.deferContextual(
        context -> {
          Mono<Void> turn = enter();
          return turn == null
              ? Mono.empty()
              : Mono.fromFuture(
                  turn.then(Mono.defer(() -> timed(task))).contextWrite(context).toFuture(), true);
        });
  }

  /** After so long there is probably room again. */
  Duration room() {
    synchronized (waiting) {
      Duration allOfThem = timeFor(running + waiting.size());
      return allOfThem.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : allOfThem;
    }
  }

  /** How long so many take, as it usually is. */
  private Duration timeFor(int checkouts) {
    return Duration.ofNanos((long) (usualNanos * checkouts / atOnce));
  }

  private @Nullable Mono<Void> enter() {
    synchronized (waiting) {
      if (!accepting || running + waiting.size() >= max) {
        return null;
      }
      if (running < atOnce) {
        running++;
        return Mono.empty();
      }
      if (timeFor(waiting.size() + 1).compareTo(longestWait) > 0) {
        return null;
      }
      Sinks.Empty<Void> turn = Sinks.empty();
      waiting.add(turn);
      return turn.asMono();
    }
  }

  private <T> Mono<T> timed(Mono<T> task) {
    long start = System.nanoTime();
    return task.doFinally(signal -> leave(System.nanoTime() - start));
  }

  private void leave(long nanos) {
    Sinks.Empty<Void> next;
    synchronized (waiting) {
      usualNanos = usualNanos == 0 ? nanos : usualNanos + SHARE * (nanos - usualNanos);
      next = waiting.poll();
      if (next == null) {
        running--;
      }
    }
    if (next != null) {
      next.tryEmitEmpty();
    }
  }

  private boolean isIdle() {
    synchronized (waiting) {
      return running == 0;
    }
  }

  @Override
  public void start() {
    accepting = true;
  }

  @Override
  public void stop(Runnable done) {
    accepting = false;
    Flux.interval(Duration.ZERO, LOOK)
        .takeUntil(tick -> isIdle())
        .subscribe(tick -> {}, failure -> done.run(), done);
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public boolean isRunning() {
    return accepting;
  }

  /** After the web server, before what a checkout needs. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 2 * 1024 - 1;
  }
}
