package dev.lapak.edge.webhook;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What passes under {@code /webhooks}.
 *
 * @param subgraphs whose is {@code /webhooks/<name>}, by name
 * @param maxSize how much may be said at once
 * @param timeout how long the subgraph may take
 */
@ConfigurationProperties("lapak.edge.webhook")
record WebhookProperties(
    Map<String, String> subgraphs,
    @DefaultValue("64KB") DataSize maxSize,
    @DefaultValue("20s") Duration timeout) {

  WebhookProperties {
    subgraphs = Map.copyOf(subgraphs);
  }
}
