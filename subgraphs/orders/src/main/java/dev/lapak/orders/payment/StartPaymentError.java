package dev.lapak.orders.payment;

import dev.lapak.orders.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expected failure of {@code startPayment}. */
public record StartPaymentError(
    StartPaymentErrorCode code, String message, List<String> path, @Nullable OrderStatus status) {

  static final StartPaymentError NOT_FOUND =
      of(StartPaymentErrorCode.ORDER_NOT_FOUND, "There is no such order.", "orderId", null);

  static final StartPaymentError TOO_LATE =
      of(StartPaymentErrorCode.DEADLINE_PASSED, "The time to pay is over.", "orderId", null);

  static final StartPaymentError NOT_AVAILABLE =
      of(
          StartPaymentErrorCode.METHOD_NOT_AVAILABLE,
          "The order can't be paid this way.",
          "method",
          null);

  static final StartPaymentError TRY_AGAIN =
      of(
          StartPaymentErrorCode.TRY_AGAIN,
          "The payment provider does not answer. Try again.",
          "method",
          null);

  static StartPaymentError wrongStatus(OrderStatus status) {
    return of(
        StartPaymentErrorCode.WRONG_STATUS,
        "The order does not wait for payment.",
        "orderId",
        status);
  }

  private static StartPaymentError of(
      StartPaymentErrorCode code, String message, String field, @Nullable OrderStatus status) {
    return new StartPaymentError(code, message, List.of(field), status);
  }
}
