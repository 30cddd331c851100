package dev.lapak.orders.fulfilment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When paid orders are done.
 *
 * @param completeAfter how long after its delivery an order completes by itself
 */
@ConfigurationProperties("lapak.orders")
record FulfilmentProperties(@DefaultValue("7d") Duration completeAfter) {}
