package dev.lapak.orders.proof;

import dev.lapak.orders.reservation.Reservations;
import dev.lapak.platform.background.Loop;
import dev.lapak.platform.image.Rendering;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

  private static final Logger log = LoggerFactory.getLogger(ProofConfiguration.class);

  private static final int BATCH = 200;
  private static final int WAITING = 64;
  private static final int FILES = 10;
  private static final Duration RARELY = Duration.ofMinutes(10);

  /** Far longer than it takes from putting an object to noting its file. */
  private static final Duration LEFT_AFTER = Duration.ofHours(1);

  private static final Duration EACH_MINUTE = Duration.ofMinutes(1);

  @Bean
  Rendering rendering(ProofProperties properties) {
    return new Rendering(properties.imagesAtOnce(), WAITING);
  }

  /** Deletes files that were never handed in. */
  @Bean
  Loop uploadHousekeeping(Proofs proofs, ProofProperties properties) {
    return Loop.of(
        "Housekeeping of uploads",
        () ->
            proofs
                .deleteUnused(properties.keepUnused(), FILES)
                .map(deleted -> deleted == FILES ? Duration.ZERO : EACH_MINUTE));
  }

  /** Deletes objects whose file was deleted, or never came to be. */
  @Bean
  Loop objectHousekeeping(Files files) {
    return Loop.of(
        "Housekeeping of objects",
        () ->
            files
                .deleteLeftovers(LEFT_AFTER, FILES)
                .map(deleted -> deleted == FILES ? Duration.ZERO : RARELY));
  }

  /** A review may take longer than the lease that it began with. */
  @Bean
  Loop reviewLeases(
      Proofs proofs, Reservations reservations, ProofProperties properties, Clock clock) {
    return Loop.of(
        "Renewal of leases",
        () -> {
          Instant until = clock.instant().plus(properties.reviewLease());
          return proofs
              .heldLessThan(properties.reviewLease().dividedBy(2), BATCH)
              .concatMap(
                  held ->
                      reservations
                          .extend(List.of(held.reservationId()), until)
                          .flatMap(yes -> note(held, yes, until, proofs)))
              .count()
              .map(renewed -> renewed == BATCH ? Duration.ZERO : RARELY);
        });
  }

  private static Mono<Long> note(HeldOrder held, boolean yes, Instant until, Proofs proofs) {
    if (!yes) {
      log.error("The stock of {} is not held any more", held);
    }
    // Either way not asked again soon.
    return proofs.held(held.orderId(), until);
  }
}
