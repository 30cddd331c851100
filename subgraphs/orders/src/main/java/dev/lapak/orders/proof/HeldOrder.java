package dev.lapak.orders.proof;

import java.util.UUID;

/** An order whose stock is held for a review. */
public record HeldOrder(UUID orderId, UUID reservationId) {}
