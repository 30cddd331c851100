package dev.lapak.orders.order.graphql;

import java.util.UUID;

/** Who sold; the rest of a seller is elsewhere in the graph. */
public record Seller(UUID id) {}
