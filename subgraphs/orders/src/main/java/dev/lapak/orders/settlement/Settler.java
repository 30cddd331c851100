package dev.lapak.orders.settlement;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.reservation.Refusal;
import dev.lapak.orders.reservation.Reservations;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Settles at inventory. While inventory is down it fails, and is called again with the same; one
 * that fails alone, again and again, while inventory answers to others, is set aside.
 */
@Component
class Settler {

  private static final Logger log = LoggerFactory.getLogger(Settler.class);

  private static final int PATIENCE = 3;

  private final Reservations reservations;
  private final Settlements settlements;
  private long suspect;
  private int failures;

  Settler(Reservations reservations, Settlements settlements) {
    this.reservations = reservations;
    this.settlements = settlements;
  }

  Mono<Void> settle(List<Settlement> batch) {
    return settleAll(batch)
        .then()
        .onErrorResume(
            UnavailableException.class,
            failure ->
                batch.size() == 1 && isSuspect(batch.getFirst())
                    ? setAside(batch.getFirst(), failure)
                    : Mono.error(failure));
  }

  /**
   * @return how many of them inventory refused for good; they are set aside
   */
  Mono<Long> settleAll(List<Settlement> batch) {
    Map<Settlement.Kind, List<Settlement>> byKind =
        batch.stream()
            .collect(
                Collectors.groupingBy(
                    Settlement::kind,
                    () -> new EnumMap<>(Settlement.Kind.class),
                    Collectors.toList()));
    // What is committed and given back in one batch is committed first.
    return Flux.fromIterable(byKind.entrySet())
        .concatMap(kind -> settle(kind.getKey(), kind.getValue()))
        .reduce(0L, Long::sum);
  }

  private Mono<Long> settle(Settlement.Kind kind, List<Settlement> batch) {
    Map<UUID, Settlement> byReservation =
        batch.stream().collect(Collectors.toMap(Settlement::reservationId, Function.identity()));
    Mono<List<Refusal>> refusals =
        switch (kind) {
          case COMMIT -> reservations.commit(byReservation.keySet());
          case RELEASE -> reservations.release(byReservation.keySet());
          // Whatever could not be done with it before.
          case RETURN ->
              reservations
                  .giveBack(byReservation.keySet())
                  .flatMap(
                      refused -> settlements.forget(byReservation.keySet()).thenReturn(refused));
        };
    return refusals
        .flatMapIterable(list -> list)
        .concatMap(
            refusal -> {
              Settlement settlement =
                  Objects.requireNonNull(byReservation.get(refusal.reservationId()));
              log.error("{} is refused: {}", settlement, refusal);
              return settlements.setAside(
                  settlement, refusal.code() + ": " + refusal.message(), false);
            })
        .count();
  }

  private boolean isSuspect(Settlement settlement) {
    failures = suspect == settlement.position() ? failures + 1 : 1;
    suspect = settlement.position();
    return failures >= PATIENCE;
  }

  /** Only if inventory answers at all: to give back what never was changes nothing. */
  private Mono<Void> setAside(Settlement settlement, UnavailableException failure) {
    return reservations
        .release(List.of(UUID.randomUUID()))
        .flatMap(alive -> settlements.setAside(settlement, String.valueOf(failure), true))
        .doOnNext(done -> log.error("{} is set aside", settlement, failure))
        .then();
  }
}
