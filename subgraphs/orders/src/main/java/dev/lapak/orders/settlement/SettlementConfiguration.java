package dev.lapak.orders.settlement;

import dev.lapak.orders.event.OrderEvent;
import dev.lapak.orders.order.OrderEventType;
import dev.lapak.platform.background.Loop;
import dev.lapak.platform.outbox.EventTail;
import dev.lapak.platform.outbox.OutboxConsumer;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class SettlementConfiguration {

  private static final Set<OrderEventType> SETTLED =
      EnumSet.of(
          OrderEventType.PAYMENT_APPROVED,
          OrderEventType.PAID,
          OrderEventType.CANCELLED,
          OrderEventType.EXPIRED);

  @Bean
  OutboxConsumer<Settlement> settlementConsumer(
      DatabaseClient database,
      Settlements settlements,
      Settler settler,
      EventTail<OrderEvent> tail) {
    OutboxConsumer<Settlement> consumer =
        new OutboxConsumer<>("settlement", database, settlements.events(), settler::settle);
    tail.watch(event -> SETTLED.contains(event.type()), consumer::wake);
    return consumer;
  }

  @Bean
  Loop settlementRetries(Retries retries) {
    return Loop.of("Retries of settlements", retries::step);
  }
}
