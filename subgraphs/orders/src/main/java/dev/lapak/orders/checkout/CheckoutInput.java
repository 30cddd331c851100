package dev.lapak.orders.checkout;

import dev.lapak.platform.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish to buy, as it came. */
public record CheckoutInput(
    String idempotencyKey,
    @Nullable List<Line> lines,
    @Nullable Boolean fromCart,
    @Nullable Integer payWithinSeconds,
    @Nullable List<Money> expectedTotals,
    @Nullable ContactInput contact,
    @Nullable String note,
    @Nullable Object metadata) {

  /** How many of what. */
  public record Line(UUID productId, int quantity) {}

  /** How to reach a buyer. */
  public record ContactInput(
      @Nullable String name, @Nullable String email, @Nullable String phone) {

    @Override
    public String toString() {
      return "ContactInput";
    }
  }
}
