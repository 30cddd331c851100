package dev.lapak.orders.checkout;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish to buy, as it came. */
public record CheckoutInput(
    String idempotencyKey, List<Line> lines, @Nullable Integer payWithinSeconds) {

  /** How many of what. */
  public record Line(UUID productId, int quantity) {}
}
