package dev.lapak.orders.checkout;

import dev.lapak.orders.IdempotencyKey;
import dev.lapak.platform.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expected failure of {@code checkout}.
 *
 * @param path into the input
 * @param about the line that it is about
 * @param available with {@code OUT_OF_STOCK}: how many can be had
 * @param totals with {@code PRICE_CHANGED}: what it costs now
 * @param retryAfterMillis with {@code BUSY}
 */
public record CheckoutError(
    CheckoutErrorCode code,
    String message,
    List<String> path,
    @Nullable Place about,
    @Nullable Integer available,
    @Nullable List<Money> totals,
    @Nullable Integer retryAfterMillis) {

  static final CheckoutError TRY_AGAIN =
      of(
          CheckoutErrorCode.TRY_AGAIN,
          "Nothing was bought: a service does not answer. Try again with the same key.");

  static final CheckoutError KEY_INVALID =
      of(CheckoutErrorCode.KEY_INVALID, IdempotencyKey.FORM, "idempotencyKey");

  static final CheckoutError KEY_REUSED =
      of(CheckoutErrorCode.KEY_REUSED, "This key was used with another input.", "idempotencyKey");

  static final CheckoutError CART_EMPTY =
      of(CheckoutErrorCode.NO_LINES, "Nothing is in the cart.", "fromCart");

  static CheckoutError of(CheckoutErrorCode code, String message, String... path) {
    return new CheckoutError(code, message, List.of(path), null, null, null, null);
  }

  static CheckoutError of(CheckoutErrorCode code, String message, Place about, String field) {
    return new CheckoutError(code, message, about.path(field), about, null, null, null);
  }

  static CheckoutError outOfStock(Place about, @Nullable Integer available) {
    return new CheckoutError(
        CheckoutErrorCode.OUT_OF_STOCK,
        available == null ? "Too few can be had." : "Only " + available + " can be had.",
        about.path("quantity"),
        about,
        available,
        null,
        null);
  }

  static CheckoutError priceChanged(List<Money> totals) {
    return new CheckoutError(
        CheckoutErrorCode.PRICE_CHANGED,
        "It costs something else now.",
        List.of("expectedTotals"),
        null,
        null,
        totals,
        null);
  }

  static CheckoutError busy(Duration retryAfter) {
    return new CheckoutError(
        CheckoutErrorCode.BUSY,
        "Too many buy at this moment. Try again with the same key a little later.",
        List.of(),
        null,
        null,
        null,
        (int) retryAfter.toMillis());
  }

  public @Nullable Integer line() {
    return about == null ? null : about.line();
  }

  public @Nullable UUID productId() {
    return about == null ? null : about.productId();
  }

  /**
   * Which product was wanted where.
   *
   * @param line the index of the input's first line that says so; null where the cart does
   */
  record Place(@Nullable Integer line, UUID productId) {

    List<String> path(String field) {
      return line == null ? List.of("fromCart") : List.of("lines", String.valueOf(line), field);
    }
  }
}
