package dev.lapak.orders.checkout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many of a product somebody wants.
 *
 * @param place in the purchase
 * @param line the index of the input's first line that says so; null where the cart does
 */
record Wish(int place, @Nullable Integer line, UUID productId, int quantity) {

  static Wish ofLine(int line, UUID productId, int quantity) {
    return new Wish(line, line, productId, quantity);
  }

  static Wish ofCart(int place, UUID productId, int quantity) {
    return new Wish(place, null, productId, quantity);
  }

  CheckoutError.Place about() {
    return new CheckoutError.Place(line, productId);
  }
}
