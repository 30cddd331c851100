package dev.lapak.orders.checkout;

import dev.lapak.orders.reservation.Reservations;
import dev.lapak.platform.background.Loop;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives back what dead checkouts have reserved. Several instances may do it at once. */
@Configuration(proxyBeanMethods = false)
class AttemptSweeper {

  private static final int BATCH = 500;
  private static final Duration REST = Duration.ofSeconds(5);

  @Bean
  Loop attemptSweeping(
      Attempts attempts, Reservations reservations, CheckoutProperties properties) {
    return Loop.of(
        "Sweeper of checkouts",
        () ->
            attempts
                .abandonUntouched(properties.attemptDead(), BATCH)
                .flatMap(
                    abandoned ->
                        attempts
                            .abandoned(properties.attemptGrace(), BATCH)
                            .collectList()
                            .flatMap(dead -> release(dead, attempts, reservations))
                            .map(rest -> abandoned == BATCH ? Duration.ZERO : rest)));
  }

  private static Mono<Duration> release(
      List<Attempt> dead, Attempts attempts, Reservations reservations) {
    if (dead.isEmpty()) {
      return Mono.just(REST);
    }
    List<UUID> ids = dead.stream().flatMap(attempt -> attempt.reservations().stream()).toList();
    return Flux.fromIterable(ids)
        .buffer(Reservations.MAX)
        .concatMap(reservations::release)
        .then(attempts.forget(dead))
        .thenReturn(dead.size() == BATCH ? Duration.ZERO : REST);
  }
}
