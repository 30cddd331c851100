package dev.lapak.orders.checkout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How checkouts work.
 *
 * @param payWithin how long an order waits for its payment if the buyer says nothing
 * @param leaseMargin how much later than the order's deadline its reservation ends
 * @param checkoutsAtOnce how many checkouts run at once; more wait for their turn
 * @param maxCheckouts how many run and wait; more are sent away
 * @param checkoutWait whoever would probably wait longer is sent away, too; far less than clients
 *     and the router wait for an answer
 * @param attemptDead an attempt that nobody touches for so long has died; longer than a checkout
 *     can take
 * @param attemptGrace so long after its end an attempt's reservations are released (again): a late
 *     request may still have made one
 */
@ConfigurationProperties("lapak.orders")
record CheckoutProperties(
    @DefaultValue("24h") Duration payWithin,
    @DefaultValue("60s") Duration leaseMargin,
    @DefaultValue("64") int checkoutsAtOnce,
    @DefaultValue("1000") int maxCheckouts,
    @DefaultValue("8s") Duration checkoutWait,
    @DefaultValue("60s") Duration attemptDead,
    @DefaultValue("30s") Duration attemptGrace) {}
