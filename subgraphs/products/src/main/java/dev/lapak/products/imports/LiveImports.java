package dev.lapak.products.imports;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.viewer.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets sellers watch their imports. It looks again and again: whichever instance works on an
 * import, and wherever its seller is connected.
 */
public final class LiveImports {

  private final Imports imports;
  private final Duration interval;
  private final Clock clock;

  LiveImports(Imports imports, Duration interval, Clock clock) {
    this.imports = imports;
    this.interval = interval;
    this.clock = clock;
  }

  /** As it is now, then each change, until it is over. */
  public Flux<ProductImport> watch(UUID id, Viewer viewer) {
    return Flux.defer(
        () -> {
          UUID seller = viewer.requireSeller();
          return imports
              .find(id, seller)
              .switchIfEmpty(Mono.error(LiveImports::notFound))
              .repeatWhen(done -> done.delayElements(interval))
              .distinctUntilChanged()
              .takeUntil(now -> now.status().isOver())
              .takeUntilOther(end(viewer));
        });
  }

  private Mono<Void> end(Viewer viewer) {
    Instant end = viewer.expiresAt();
    return end == null
        ? Mono.never()
        : Mono.delay(Duration.between(clock.instant(), end))
            .then(
                Mono.error(
                    () ->
                        new RequestException(
                            RequestErrorCode.TOKEN_EXPIRED,
                            "The access token has expired: connect again with a new one.")));
  }

  private static RequestException notFound() {
    return new RequestException(RequestErrorCode.NOT_FOUND, "You have no such import.");
  }
}
