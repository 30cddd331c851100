package dev.lapak.orders.checkout;

import static dev.lapak.orders.checkout.CheckoutErrorCode.KEY_INVALID;
import static dev.lapak.orders.checkout.CheckoutErrorCode.NO_LINES;
import static dev.lapak.orders.checkout.CheckoutErrorCode.PAY_WITHIN_OUT_OF_RANGE;
import static dev.lapak.orders.checkout.CheckoutErrorCode.QUANTITY_OUT_OF_RANGE;
import static dev.lapak.orders.checkout.CheckoutErrorCode.TOO_MANY_LINES;

import dev.lapak.platform.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be said of an input without asking anybody. */
final class InputCheck {

  private static final int MAX_LINES = 1_000;
  private static final int MAX_QUANTITY = 1_000_000;
  private static final int MIN_PAY_WITHIN = 5;
  private static final int MAX_PAY_WITHIN = 604_800;
  private static final Pattern KEY = Pattern.compile("[ -~]{1,100}");

  private final List<CheckoutError> errors = new ArrayList<>();

  private InputCheck() {}

  static Outcome<CheckoutRequest, CheckoutError> check(UUID buyer, CheckoutInput input) {
    InputCheck check = new InputCheck();
    check.key(input.idempotencyKey());
    check.payWithin(input.payWithinSeconds());
    List<Wish> wishes = check.lines(input.lines());
    return check.errors.isEmpty()
        ? Outcome.done(
            new CheckoutRequest(
                buyer,
                input.idempotencyKey(),
                wishes,
                input.payWithinSeconds() == null
                    ? null
                    : Duration.ofSeconds(input.payWithinSeconds())))
        : Outcome.refused(check.errors);
  }

  private void key(String key) {
    if (!KEY.matcher(key).matches()) {
      errors.add(
          CheckoutError.of(
              KEY_INVALID, "A key is 1 to 100 printable ASCII characters.", "idempotencyKey"));
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

  /** Adds up lines of the same product, in the order of their first ones. */
  private List<Wish> lines(List<CheckoutInput.Line> lines) {
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
        errors.add(quantity(i, "A quantity is 1 to 1,000,000."));
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
            errors.add(quantity(line, "The quantities of this product add up to over 1,000,000."));
          } else {
            wishes.add(new Wish(line, product, (int) sum));
          }
        });
    return wishes;
  }

  private static boolean isOutOfRange(long quantity) {
    return quantity < 1 || quantity > MAX_QUANTITY;
  }

  private static CheckoutError quantity(int line, String message) {
    return CheckoutError.ofLine(QUANTITY_OUT_OF_RANGE, message, line, "quantity");
  }
}
