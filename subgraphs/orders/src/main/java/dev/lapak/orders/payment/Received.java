package dev.lapak.orders.payment;

import dev.lapak.orders.order.Order;

/** A payment and its order as it is then. */
public record Received(Order order, Payment payment) {}
