package dev.lapak.orders.fulfilment;

import dev.lapak.orders.order.OrderMoves;
import dev.lapak.platform.background.Loop;
import dev.lapak.platform.outbox.Outbox;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FulfilmentProperties.class)
class FulfilmentConfiguration {

  private static final int BATCH = 500;
  private static final Duration REST = Duration.ofSeconds(10);

  /** A buyer who says nothing is content. */
  @Bean
  Loop orderCompletion(OrderMoves moves, Outbox outbox, FulfilmentProperties properties) {
    return Loop.of(
        "Completion of orders",
        () ->
            moves
                .completeDue(properties.completeAfter(), BATCH)
                .doOnNext(
                    completed -> {
                      if (completed > 0) {
                        outbox.wake();
                      }
                    })
                .map(completed -> completed == BATCH ? Duration.ZERO : REST));
  }
}
