package dev.lapak.orders.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How money is taken.
 *
 * @param reviewLease how long inventory holds the stock of an order before it is paid; longer than
 *     inventory can be away
 * @param reinstateLease how long inventory holds what was reserved anew for late money, before it
 *     is paid
 * @param askEvery how often a provider is asked for a payment that is on its way
 */
@ConfigurationProperties("lapak.orders")
record PaymentProperties(
    @DefaultValue("30d") Duration reviewLease,
    @DefaultValue("1h") Duration reinstateLease,
    @DefaultValue("1m") Duration askEvery) {}
