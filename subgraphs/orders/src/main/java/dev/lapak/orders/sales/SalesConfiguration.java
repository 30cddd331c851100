package dev.lapak.orders.sales;

import dev.lapak.platform.background.Loop;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SalesConfiguration {

  /** So few that even orders of 1,000 lines are counted within a second. */
  private static final int BATCH = 50;

  private static final Duration REST = Duration.ofMillis(500);

  @Bean
  Loop salesCounting(SalesSums sums) {
    return Loop.of(
        "Counting of sales",
        () -> sums.countNext(BATCH).map(events -> events == BATCH ? Duration.ZERO : REST));
  }
}
