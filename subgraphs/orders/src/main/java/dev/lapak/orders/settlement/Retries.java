package dev.lapak.orders.settlement;

import dev.lapak.orders.UnavailableException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tries again what was set aside. */
@Component
class Retries {

  private static final int BATCH = 50;
  private static final Duration REST = Duration.ofSeconds(20);

  private final Settlements settlements;
  private final Settler settler;

  Retries(Settlements settlements, Settler settler) {
    this.settlements = settlements;
    this.settler = settler;
  }

  Mono<Duration> step() {
    return settlements.due(BATCH).concatMap(this::again).then(Mono.just(REST));
  }

  private Mono<Long> again(Settlement settlement) {
    return settler
        .settleAll(List.of(settlement))
        .filter(refused -> refused == 0)
        .flatMap(settled -> settlements.forget(List.of(settlement.reservationId())))
        .onErrorResume(
            UnavailableException.class,
            failure -> settlements.setAside(settlement, String.valueOf(failure), true));
  }
}
