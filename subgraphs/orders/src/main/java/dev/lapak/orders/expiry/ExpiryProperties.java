package dev.lapak.orders.expiry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When orders end that are not paid.
 *
 * @param extendBy how much later a deadline is that its buyer has put off
 * @param leaseMargin how much later than the order's deadline its reservation ends
 */
@ConfigurationProperties("lapak.orders")
record ExpiryProperties(
    @DefaultValue("24h") Duration extendBy, @DefaultValue("60s") Duration leaseMargin) {}
