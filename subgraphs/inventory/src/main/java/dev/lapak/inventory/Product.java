package dev.lapak.inventory;

import java.util.UUID;

/** The key alone: that a product exists is for products to say. */
public record Product(UUID id) {}
