package dev.lapak.inventory.reservation;

import java.util.UUID;

/** What of a product can be had of one active warehouse. */
public record Shelf(UUID productId, UUID warehouseId, int free) {}
