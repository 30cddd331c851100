package dev.lapak.inventory.availability.graphql;

import java.util.UUID;

/** The key alone: that a product exists is for products to say. */
record Product(UUID id) {}
