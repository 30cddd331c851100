package dev.lapak.platform.outbox;

import dev.lapak.platform.background.Loop;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** The relay; for subgraphs that have an outbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxConfiguration {

  @Bean(destroyMethod = "close")
  Relay outboxRelay(ConnectionFactory connections, OutboxProperties properties) {
    return new Relay(new Leadership(connections, "outbox relay"), properties.poll());
  }

  @Bean
  Loop outboxRelaying(Relay relay, OutboxProperties properties) {
    return Loop.of("Outbox relay", relay::step).withGap(properties.gap());
  }

  @Bean
  Outbox outbox(DatabaseClient database, Relay relay, Loop outboxRelaying) {
    return new Outbox(database, relay, outboxRelaying);
  }
}
