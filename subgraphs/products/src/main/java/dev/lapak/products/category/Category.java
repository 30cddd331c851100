package dev.lapak.products.category;

import java.util.UUID;

/** A shelf of the catalogue. */
public record Category(UUID id, String slug, String name) {}
