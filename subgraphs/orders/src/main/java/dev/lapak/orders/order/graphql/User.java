package dev.lapak.orders.order.graphql;

import java.util.UUID;

/** Whose orders these are; the rest of a user is elsewhere in the graph. */
record User(UUID id) {}
