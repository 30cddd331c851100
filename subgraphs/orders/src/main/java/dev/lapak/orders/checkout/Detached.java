package dev.lapak.orders.checkout;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs checkouts to their end, whether or not the caller waits for it, so many at once. The
 * application does not stop before they have ended.
 */
@Component
class Detached implements SmartLifecycle {

  private static final Duration LOOK = Duration.ofMillis(50);

  private final int max;
  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean accepting;

  Detached(CheckoutProperties properties) {
    this.max = properties.maxCheckouts();
  }

  /**
   * @return nothing, at once, if there are too many already
   */
  <T> Mono<T> run(Mono<T> task) {
    return Mono.deferContextual(
        context -> {
          if (running.incrementAndGet() > max || !accepting) {
            running.decrementAndGet();
            return Mono.empty();
          }
          return Mono.fromFuture(
              task.contextWrite(context).doFinally(signal -> running.decrementAndGet()).toFuture(),
              true);
        });
  }

  @Override
  public void start() {
    accepting = true;
  }

  @Override
  public void stop(Runnable done) {
    accepting = false;
    Flux.interval(Duration.ZERO, LOOK)
        .takeUntil(tick -> running.get() == 0)
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
