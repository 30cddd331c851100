package dev.lapak.orders.cart;

import dev.lapak.orders.IdempotencyKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected failure of a change of a cart.
 *
 * @param quantity with {@code QUANTITY_CHANGED}: how many there are
 */
public record CartError(
    CartErrorCode code, String message, List<String> path, @Nullable Integer quantity) {

  static final CartError PRODUCT_NOT_FOUND =
      of(CartErrorCode.PRODUCT_NOT_FOUND, "There is no such product.", "productId");

  static final CartError PRODUCT_ARCHIVED =
      of(CartErrorCode.PRODUCT_ARCHIVED, "The product is off sale.", "productId");

  static final CartError KEY_INVALID =
      of(CartErrorCode.KEY_INVALID, IdempotencyKey.FORM, "idempotencyKey");

  public static final CartError KEY_REUSED =
      of(CartErrorCode.KEY_REUSED, "This key was used for something else.", "idempotencyKey");

  static final CartError GUEST_TOKEN_INVALID =
      of(CartErrorCode.GUEST_TOKEN_INVALID, "This is no guest's access token.", "guestToken");

  static final CartError TRY_AGAIN =
      of(CartErrorCode.TRY_AGAIN, "Nothing was changed: a service does not answer. Try again.");

  static CartError quantityOutOfRange() {
    return of(CartErrorCode.QUANTITY_OUT_OF_RANGE, "A quantity is 1 to 1,000,000.", "quantity");
  }

  static CartError tooMany() {
    return of(
        CartErrorCode.QUANTITY_OUT_OF_RANGE,
        "There would be more than 1,000,000 of it.",
        "quantity");
  }

  static CartError tooManyLines(String field) {
    return of(
        CartErrorCode.TOO_MANY_LINES, "There would be more than 1,000 products in it.", field);
  }

  static CartError quantityChanged(int quantity) {
    return new CartError(
        CartErrorCode.QUANTITY_CHANGED,
        "There are " + quantity + " now.",
        List.of("expectedQuantity"),
        quantity);
  }

  private static CartError of(CartErrorCode code, String message, String... path) {
    return new CartError(code, message, List.of(path), null);
  }
}
