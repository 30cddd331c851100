package dev.lapak.products.product;

import java.util.UUID;

/** Whose a product is; users knows more. */
public record Seller(UUID id) {}
