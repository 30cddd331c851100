package dev.lapak.orders.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected failure of {@code checkout}.
 *
 * @param path into the input
 * @param line the index of the line that it is about
 * @param available with {@code OUT_OF_STOCK}: how many can be had
 */
public record CheckoutError(
    CheckoutErrorCode code,
    String message,
    List<String> path,
    @Nullable Integer line,
    @Nullable Integer available) {

  static final CheckoutError TRY_AGAIN =
      of(
          CheckoutErrorCode.TRY_AGAIN,
          "Nothing was bought: a service does not answer. Try again with the same key.");

  static final CheckoutError KEY_REUSED =
      of(CheckoutErrorCode.KEY_REUSED, "This key was used with another input.", "idempotencyKey");

  static CheckoutError of(CheckoutErrorCode code, String message, String... path) {
    return new CheckoutError(code, message, List.of(path), null, null);
  }

  static CheckoutError ofLine(CheckoutErrorCode code, String message, int line, String field) {
    return new CheckoutError(code, message, path(line, field), line, null);
  }

  static CheckoutError outOfStock(int line, @Nullable Integer available) {
    return new CheckoutError(
        CheckoutErrorCode.OUT_OF_STOCK,
        available == null ? "Too few can be had." : "Only " + available + " can be had.",
        path(line, "quantity"),
        line,
        available);
  }

  private static List<String> path(int line, String field) {
    return List.of("lines", String.valueOf(line), field);
  }
}
