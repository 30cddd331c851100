package dev.lapak.orders.order.graphql;

import java.util.UUID;

/** What was bought; the rest of a product is elsewhere in the graph. */
record Product(UUID id) {}
