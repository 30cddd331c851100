package dev.lapak.edge.subscription;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How subscriptions are served.
 *
 * @param most how many operations may be open at once over all connections
 * @param lookups how many events of one subscription may be completed at once
 * @param lookupTimeout how long an event may wait for that
 * @param silence how long nothing may come from a subgraph, not even a sign of life; longer than
 *     {@code lapak.edge.socket.write-timeout}, for nothing is read while a client does not read
 */
@ConfigurationProperties("lapak.edge.subscription")
record SubscriptionProperties(
    @DefaultValue("10000") int most,
    @DefaultValue("4") int lookups,
    @DefaultValue("10s") Duration lookupTimeout,
    @DefaultValue("45s") Duration silence) {

  SubscriptionProperties {
    if (most < 1 || lookups < 1) {
      throw new IllegalArgumentException("lapak.edge.subscription: limits must be at least 1");
    }
  }
}
