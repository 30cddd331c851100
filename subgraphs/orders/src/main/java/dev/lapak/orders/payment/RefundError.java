package dev.lapak.orders.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expected failure of {@code recordRefund}. */
public record RefundError(
    RefundErrorCode code, String message, List<String> path, @Nullable PaymentStatus status) {

  static final RefundError NOT_FOUND =
      new RefundError(
          RefundErrorCode.PAYMENT_NOT_FOUND,
          "There is no such payment.",
          List.of("paymentId"),
          null);

  static final RefundError NOTE =
      new RefundError(
          RefundErrorCode.NOTE_LENGTH, "A note is 1 to 500 characters.", List.of("note"), null);

  static RefundError wrongStatus(PaymentStatus status) {
    return new RefundError(
        RefundErrorCode.WRONG_STATUS,
        "The payment is " + status + ": nothing is to be refunded.",
        List.of("paymentId"),
        status);
  }
}
