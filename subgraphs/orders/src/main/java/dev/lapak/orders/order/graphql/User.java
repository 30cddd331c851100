package dev.lapak.orders.order.graphql;

import java.util.UUID;

/**
 * Somebody who orders, or does something with an order; the rest of a user is elsewhere in the
 * graph.
 */
public record User(UUID id) {}
