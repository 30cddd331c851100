package dev.lapak.edge.operation;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Reads on where a reader stops: who is cut off while sending does not hear why. */
final class WholeFlux {

  private WholeFlux() {}

  /**
   * What the reading comes to or fails with, told when all has come; where not all comes, that.
   *
   * @param reading reads once, as little as it likes
   */
  static <T, R> Mono<R> read(Flux<T> all, Function<Flux<T>, Mono<R>> reading) {
    return all.publish(
            shared -> {
              Sinks.Empty<Void> enough = Sinks.empty();
              return reading
                  .apply(shared.takeUntilOther(enough.asMono()))
                  .materialize()
                  .flatMap(
                      outcome -> {
                        // Or a reader that neither goes on nor hangs up would hold up the rest.
                        enough.tryEmitEmpty();
                        return shared.then(Mono.just(outcome));
                      })
                  .<R>dematerialize();
            },
            1)
        .singleOrEmpty();
  }
}
