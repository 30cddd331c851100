package dev.lapak.orders.cancellation;

import dev.lapak.orders.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expected failure of {@code cancelOrder}. */
public record CancelOrderError(
    CancelOrderErrorCode code, String message, List<String> path, @Nullable OrderStatus status) {

  static final CancelOrderError NOT_FOUND =
      new CancelOrderError(
          CancelOrderErrorCode.ORDER_NOT_FOUND,
          "There is no such order.",
          List.of("orderId"),
          null);

  static final CancelOrderError REASON_MISSING = reason("A reason must be given.");
  static final CancelOrderError REASON_TOO_LONG = reason("A reason has at most 500 characters.");

  static CancelOrderError wrongStatus(OrderStatus status) {
    return new CancelOrderError(
        CancelOrderErrorCode.WRONG_STATUS,
        "It is too late to cancel the order.",
        List.of("orderId"),
        status);
  }

  private static CancelOrderError reason(String message) {
    return new CancelOrderError(
        CancelOrderErrorCode.REASON_LENGTH, message, List.of("reason"), null);
  }
}
