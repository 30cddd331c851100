package dev.lapak.orders.cart;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long carts are kept.
 *
 * @param cartKept one that nobody changes for so long is forgotten
 */
@ConfigurationProperties("lapak.orders")
record CartProperties(@DefaultValue("30d") Duration cartKept) {}
