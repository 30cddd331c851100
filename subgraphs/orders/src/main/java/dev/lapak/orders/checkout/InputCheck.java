package dev.lapak.orders.checkout;

import static dev.lapak.orders.checkout.CheckoutErrorCode.LINES_OR_CART;
import static dev.lapak.orders.checkout.CheckoutErrorCode.NO_LINES;
import static dev.lapak.orders.checkout.CheckoutErrorCode.PAY_WITHIN_OUT_OF_RANGE;
import static dev.lapak.orders.checkout.CheckoutErrorCode.QUANTITY_OUT_OF_RANGE;
import static dev.lapak.orders.checkout.CheckoutErrorCode.TOO_MANY_LINES;

import dev.lapak.orders.IdempotencyKey;
import dev.lapak.orders.order.Remarks;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be said of an input without asking anybody. */
final class InputCheck {

  private static final int MAX_LINES = 1_000;
  private static final int MAX_QUANTITY = 1_000_000;
  private static final int MIN_PAY_WITHIN = 5;
  private static final int MAX_PAY_WITHIN = 604_800;

  private final List<CheckoutError> errors = new ArrayList<>();

  private InputCheck() {}

  static Outcome<CheckoutRequest, CheckoutError> check(Viewer buyer, CheckoutInput input) {
    InputCheck check = new InputCheck();
    check.key(input.idempotencyKey());
    check.payWithin(input.payWithinSeconds());
    boolean fromCart = Boolean.TRUE.equals(input.fromCart());
    List<Wish> wishes = check.wishes(input.lines(), fromCart);
    Remarks remarks = RemarksCheck.check(input, check.errors);
    return check.errors.isEmpty()
        ? Outcome.done(
            new CheckoutRequest(
                buyer.requireUser(),
                buyer.isGuest(),
                input.idempotencyKey(),
                fromCart,
                wishes,
                input.payWithinSeconds() == null
                    ? null
                    : Duration.ofSeconds(input.payWithinSeconds()),
                input.expectedTotals() == null ? null : Set.copyOf(input.expectedTotals()),
                remarks))
        : Outcome.refused(check.errors);
  }

  private void key(String key) {
    if (!IdempotencyKey.isValid(key)) {
      errors.add(CheckoutError.KEY_INVALID);
    }
  }

  private void payWithin(@Nullable Integer seconds) {
    if (seconds != null && (seconds < MIN_PAY_WITHIN || seconds > MAX_PAY_WITHIN)) {
      errors.add(
          CheckoutError.of(
              PAY_WITHIN_OUT_OF_RANGE,
              "The time to pay is 5 to 604,800 seconds.",
              "payWithinSeconds"));
    }
  }

  private List<Wish> wishes(@Nullable List<CheckoutInput.Line> lines, boolean fromCart) {
    if (fromCart == (lines != null)) {
      errors.add(
          CheckoutError.of(
              LINES_OR_CART,
              "Either lines or the cart are bought.",
              fromCart ? "fromCart" : "lines"));
      return List.of();
    }
    return lines == null ? List.of() : wishes(lines);
  }

  /** Adds up lines of the same product, in the order of their first ones. */
  private List<Wish> wishes(List<CheckoutInput.Line> lines) {
    if (lines.isEmpty()) {
      errors.add(CheckoutError.of(NO_LINES, "There are no lines.", "lines"));
    }
    if (lines.size() > MAX_LINES) {
      errors.add(CheckoutError.of(TOO_MANY_LINES, "There are more than 1,000 lines.", "lines"));
      return List.of();
    }
    Map<UUID, Integer> first = new LinkedHashMap<>();
    Map<UUID, Long> sums = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      CheckoutInput.Line line = lines.get(i);
      if (isOutOfRange(line.quantity())) {
        errors.add(quantity(i, line.productId(), "A quantity is 1 to 1,000,000."));
      } else {
        first.putIfAbsent(line.productId(), i);
        sums.merge(line.productId(), (long) line.quantity(), Long::sum);
      }
    }
    List<Wish> wishes = new ArrayList<>();
    first.forEach(
        (product, line) -> {
          long sum = sums.getOrDefault(product, 0L);
          if (isOutOfRange(sum)) {
            errors.add(
                quantity(
                    line, product, "The quantities of this product add up to over 1,000,000."));
          } else {
            wishes.add(Wish.ofLine(line, product, (int) sum));
          }
        });
    return wishes;
  }

  private static boolean isOutOfRange(long quantity) {
    return quantity < 1 || quantity > MAX_QUANTITY;
  }

  private static CheckoutError quantity(int line, UUID product, String message) {
    return CheckoutError.of(
        QUANTITY_OUT_OF_RANGE, message, new CheckoutError.Place(line, product), "quantity");
  }
}
