package dev.lapak.inventory.reservation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Ends what is over, every second. Housekeeping: to those who read or reserve, what is over is free
 * already.
 */
@Component
@EnableConfigurationProperties(SweeperProperties.class)
class Sweeper implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

  private final OverReservations over;
  private final SweeperProperties properties;
  private volatile Sinks.Empty<Void> stop = Sinks.empty();
  private volatile Sinks.Empty<Void> stopped = Sinks.empty();
  private volatile boolean running;

  Sweeper(OverReservations over, SweeperProperties properties) {
    this.over = over;
    this.properties = properties;
  }

  @Override
  public void start() {
    stop = Sinks.empty();
    stopped = Sinks.empty();
    running = true;
    Flux.interval(properties.every())
        .onBackpressureDrop()
        .takeUntilOther(stop.asMono())
        .concatMap(tick -> sweep(), 0)
        .doFinally(end -> stopped.tryEmitEmpty())
        .subscribe(swept -> {}, failure -> log.error("Nothing is swept any more", failure));
  }

  /** All there is, in short transactions; what fails now is there the next time. */
  private Mono<Void> sweep() {
    return over.endSome()
        .expand(more -> more && running ? over.endSome() : Mono.empty())
        .then()
        .onErrorResume(
            failure -> {
              log.warn("Could not sweep", failure);
              return Mono.empty();
            });
  }

  /** Lets the transaction under way end first. */
  @Override
  public void stop(Runnable callback) {
    running = false;
    stop.tryEmitEmpty();
    stopped
        .asMono()
        .doFinally(end -> callback.run())
        .subscribe(none -> {}, failure -> log.warn("Could not stop sweeping", failure));
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
