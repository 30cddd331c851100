package dev.lapak.local.chaos;

import tools.jackson.databind.JsonNode;

/** Where an order stands between its buyer and its seller. */
enum Standing {
  UNPAID,
  PAID,
  ENDED;

  static Standing of(JsonNode order) {
    return switch (order.path("status").asString()) {
      case "PENDING_PAYMENT", "PAYMENT_REVIEW" -> UNPAID;
      case "CANCELLED", "EXPIRED" -> ENDED;
      default -> PAID;
    };
  }
}
