package dev.lapak.orders.order.graphql;

import java.util.UUID;

/** What is bought; the rest of a product is elsewhere in the graph. */
public record Product(UUID id) {}
