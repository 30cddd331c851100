package dev.lapak.edge.webhook;

import dev.lapak.edge.subgraph.Subgraphs;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import reactor.netty.http.client.HttpClient;

/** Serves {@code /webhooks}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

  @Bean
  HandlerMapping webhookMapping(
      HttpClient client, Subgraphs subgraphs, WebhookProperties properties) {
    return new SimpleUrlHandlerMapping(
        Map.of("/webhooks/**", new Webhooks(client, subgraphs, properties)), -2);
  }
}
