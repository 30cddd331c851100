package dev.lapak.orders.reservation;

import java.util.UUID;

/** Inventory did not do that for one of several reservations. */
public record Refusal(UUID reservationId, String code, String message) {}
