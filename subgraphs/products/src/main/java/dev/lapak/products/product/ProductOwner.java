package dev.lapak.products.product;

import java.util.UUID;

/** Whose a product is, as inventory asks. */
public record ProductOwner(UUID id, UUID sellerId) {}
