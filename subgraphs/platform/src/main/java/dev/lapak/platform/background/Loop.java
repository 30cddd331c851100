package dev.lapak.platform.background;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Does a step again and again, one at a time, for as long as the application runs. A failed step is
 * logged and tried again, later each time. When the application stops, the step that runs is
 * finished first.
 */
public final class Loop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Loop.class);

  /** After the web server, so that the last requests' work is still done. */
  private static final int STOPS_LAST = DEFAULT_PHASE / 2;

  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(250);
  private static final int MAX_DOUBLINGS = 5;

  private final String name;
  private final Duration gap;
  private final Supplier<Mono<Duration>> step;
  private final AtomicReference<Sinks.Empty<Void>> alarm = new AtomicReference<>(Sinks.empty());
  private volatile Sinks.Empty<Void> halt = Sinks.empty();
  private volatile Sinks.Empty<Void> ended = Sinks.empty();
  private volatile boolean running;
  private int failures;

  private Loop(String name, Duration gap, Supplier<Mono<Duration>> step) {
    this.name = name;
    this.gap = gap;
    this.step = step;
  }

  /**
   * @param step answers how long to rest before the next one
   */
  public static Loop of(String name, Supplier<Mono<Duration>> step) {
    return new Loop(name, Duration.ZERO, step);
  }

  /**
   * This loop with at least that long between two steps, so that a busy time is worked off in
   * batches.
   */
  public Loop withGap(Duration atLeast) {
    return new Loop(name, atLeast, step);
  }

  /** Ends the rest: there is something to do. Cheap, and remembered while a step runs. */
  public void wake() {
    Objects.requireNonNull(alarm.getAndSet(Sinks.empty())).tryEmitEmpty();
  }

  @Override
  public void start() {
    Sinks.Empty<Void> end = Sinks.empty();
    ended = end;
    halt = Sinks.empty();
    running = true;
    Mono.defer(this::turn)
        // Whoever wakes the loop must not do its step.
        .subscribeOn(Schedulers.parallel())
        .repeat(() -> running)
        .doFinally(signal -> end.tryEmitEmpty())
        .subscribe(ignored -> {}, failure -> log.error("{} has ended", name, failure));
  }

  private Mono<Void> turn() {
    Sinks.Empty<Void> rung = Objects.requireNonNull(alarm.get());
    return Mono.defer(step)
        .doOnNext(rest -> failures = 0)
        .flatMap(rest -> sleep(gap).then(Mono.firstWithSignal(rung.asMono(), sleep(rest))))
        .onErrorResume(this::backOff);
  }

  private Mono<Void> backOff(Throwable failure) {
    Duration rest = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    failures++;
    log.warn("{} failed; again in {} ms: {}", name, rest.toMillis(), failure.toString());
    log.debug("{} failed", name, failure);
    return sleep(rest);
  }

  private Mono<Void> sleep(Duration rest) {
    return rest.isZero()
        ? Mono.empty()
        : Mono.firstWithSignal(halt.asMono(), Mono.delay(rest).then());
  }

  @Override
  public void stop(Runnable done) {
    running = false;
    halt.tryEmitEmpty();
    ended.asMono().subscribe(ignored -> {}, failure -> done.run(), done);
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return STOPS_LAST;
  }
}
