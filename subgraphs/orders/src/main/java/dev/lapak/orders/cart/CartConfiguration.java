package dev.lapak.orders.cart;

import dev.lapak.platform.background.Loop;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CartProperties.class)
class CartConfiguration {

  /** Small, for their lines go with them. */
  private static final int BATCH = 200;

  private static final Duration REST = Duration.ofMinutes(1);

  /** As the contract says. */
  private static final Duration ADDITION_KEPT = Duration.ofDays(1);

  @Bean
  Loop cartCleaning(Carts carts, CartProperties properties) {
    return Loop.of(
        "Cleaning of carts",
        () ->
            carts
                .forget(properties.cartKept(), ADDITION_KEPT, BATCH)
                .map(forgotten -> forgotten == BATCH ? Duration.ZERO : REST));
  }
}
