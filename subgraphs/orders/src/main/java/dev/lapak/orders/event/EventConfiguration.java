package dev.lapak.orders.event;

import dev.lapak.platform.outbox.EventTail;
import dev.lapak.platform.outbox.Outbox;
import dev.lapak.platform.outbox.OutboxConfiguration;
import dev.lapak.platform.outbox.OutboxProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(OutboxConfiguration.class)
class EventConfiguration {

  @Bean
  EventTail<OrderEvent> orderEventTail(
      Outbox outbox, OrderEvents events, OutboxProperties properties) {
    return new EventTail<>(outbox, events.matching(new EventFilter.All()), properties);
  }
}
