package dev.lapak.orders.expiry;

import dev.lapak.orders.order.OrderMoves;
import dev.lapak.platform.background.Loop;
import dev.lapak.platform.outbox.Outbox;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExpiryConfiguration {

  /** Small, so that nobody waits long for the rows that it locks. */
  private static final int BATCH = 500;

  private static final Duration REST = Duration.ofSeconds(1);

  @Bean
  Loop orderExpiry(OrderMoves moves, Outbox outbox) {
    return Loop.of(
        "Expiry of orders",
        () ->
            moves
                .expireDue(BATCH)
                .doOnNext(
                    expired -> {
                      if (expired > 0) {
                        outbox.wake();
                      }
                    })
                .map(expired -> expired == BATCH ? Duration.ZERO : REST));
  }
}
