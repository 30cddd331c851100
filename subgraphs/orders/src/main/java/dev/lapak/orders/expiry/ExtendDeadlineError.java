package dev.lapak.orders.expiry;

import dev.lapak.orders.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expected failure of {@code extendDeadline}. */
public record ExtendDeadlineError(
    ExtendDeadlineErrorCode code, String message, List<String> path, @Nullable OrderStatus status) {

  static final ExtendDeadlineError NOT_FOUND =
      of(ExtendDeadlineErrorCode.ORDER_NOT_FOUND, "There is no such order.", null);

  static final ExtendDeadlineError TOO_LATE =
      of(ExtendDeadlineErrorCode.DEADLINE_PASSED, "The time to pay is over.", null);

  static final ExtendDeadlineError NOT_HELD =
      of(
          ExtendDeadlineErrorCode.TRY_AGAIN,
          "The stock can't be held for longer now. Try again.",
          null);

  static ExtendDeadlineError wrongStatus(OrderStatus status) {
    return of(ExtendDeadlineErrorCode.WRONG_STATUS, "The order does not wait for payment.", status);
  }

  private static ExtendDeadlineError of(
      ExtendDeadlineErrorCode code, String message, @Nullable OrderStatus status) {
    return new ExtendDeadlineError(code, message, List.of("orderId"), status);
  }
}
