package dev.lapak.orders.checkout;

import dev.lapak.orders.order.Remarks;
import dev.lapak.platform.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to buy that can be worked on.
 *
 * @param byGuest whether the buyer has no account
 * @param wishes each product once; the cart's where that is bought
 * @param payWithin null for the shop's own
 * @param expectedTotals null for any
 */
public record CheckoutRequest(
    UUID buyer,
    boolean byGuest,
    String key,
    boolean fromCart,
    List<Wish> wishes,
    @Nullable Duration payWithin,
    @Nullable Set<Money> expectedTotals,
    Remarks remarks) {

  public CheckoutRequest {
    wishes = List.copyOf(wishes);
  }

  /** Buys these, which are in the cart. */
  CheckoutRequest of(List<Wish> inCart) {
    return new CheckoutRequest(
        buyer, byGuest, key, fromCart, inCart, payWithin, expectedTotals, remarks);
  }

  List<UUID> products() {
    return wishes.stream().map(Wish::productId).toList();
  }

  boolean accepts(List<Money> totals) {
    return expectedTotals == null || expectedTotals.equals(Set.copyOf(totals));
  }

  /** Equal for inputs that ask for the same. A cart may be another one with each try. */
  public String inputHash() {
    return InputHash.of(this, fromCart ? List.of() : wishes);
  }

  /** Equal for what asks for the same products, too. */
  public String attemptHash() {
    return InputHash.of(this, wishes);
  }

  /** An order per product at most. */
  public int maxOrders() {
    return wishes.size();
  }
}
