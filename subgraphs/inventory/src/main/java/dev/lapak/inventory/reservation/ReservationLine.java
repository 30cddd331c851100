package dev.lapak.inventory.reservation;

import java.util.UUID;

/** What a reservation holds of a product in one warehouse. */
public record ReservationLine(UUID productId, UUID warehouseId, int quantity) {}
