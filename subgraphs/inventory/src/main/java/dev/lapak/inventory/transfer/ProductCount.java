package dev.lapak.inventory.transfer;

/** How many of a product, as a client says it. */
public record ProductCount(String productId, int quantity) {}
