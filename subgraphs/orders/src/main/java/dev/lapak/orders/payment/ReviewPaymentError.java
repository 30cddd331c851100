package dev.lapak.orders.payment;

import dev.lapak.orders.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expected failure of {@code approvePayment} and {@code rejectPayment}. */
public record ReviewPaymentError(
    ReviewPaymentErrorCode code, String message, List<String> path, @Nullable OrderStatus status) {

  static final ReviewPaymentError NO_PROOF =
      ofProof(ReviewPaymentErrorCode.PROOF_NOT_FOUND, "There is no such proof.", null);

  static final ReviewPaymentError REASON =
      new ReviewPaymentError(
          ReviewPaymentErrorCode.REASON_LENGTH,
          "A reason is 1 to 500 characters.",
          List.of("reason"),
          null);

  static ReviewPaymentError decidedOtherwise(OrderStatus status) {
    return ofProof(
        ReviewPaymentErrorCode.ALREADY_REVIEWED, "Somebody decided otherwise before.", status);
  }

  static ReviewPaymentError wrongStatus(OrderStatus status) {
    return ofProof(
        ReviewPaymentErrorCode.WRONG_STATUS,
        "The order is " + status + ": no proof is waited for.",
        status);
  }

  private static ReviewPaymentError ofProof(
      ReviewPaymentErrorCode code, String message, @Nullable OrderStatus status) {
    return new ReviewPaymentError(code, message, List.of("proofId"), status);
  }
}
