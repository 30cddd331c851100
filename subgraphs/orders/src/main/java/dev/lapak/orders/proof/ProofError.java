package dev.lapak.orders.proof;

import static dev.lapak.orders.proof.ProofErrorCode.DEADLINE_PASSED;
import static dev.lapak.orders.proof.ProofErrorCode.ORDER_NOT_FOUND;
import static dev.lapak.orders.proof.ProofErrorCode.TOO_MANY_PROOFS;
import static dev.lapak.orders.proof.ProofErrorCode.TRY_AGAIN;
import static dev.lapak.orders.proof.ProofErrorCode.UPLOAD_COUNT;
import static dev.lapak.orders.proof.ProofErrorCode.UPLOAD_NOT_FOUND;
import static dev.lapak.orders.proof.ProofErrorCode.WRONG_STATUS;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.platform.file.UploadException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expected failure of {@code requestProofUpload} and {@code submitPaymentProof}. */
public record ProofError(
    ProofErrorCode code, String message, List<String> path, @Nullable OrderStatus status) {

  static final ProofError NO_ORDER = ofOrder(ORDER_NOT_FOUND, "There is no such order.");
  static final ProofError TOO_LATE = ofOrder(DEADLINE_PASSED, "The time to pay is over.");
  static final ProofError TOO_MANY =
      ofOrder(
          TOO_MANY_PROOFS,
          "There were too many files or proofs already. Files that were not handed in are forgotten after a"
              + " while: try again later, or ask the seller.");
  static final ProofError NOT_HELD =
      ofOrder(TRY_AGAIN, "The stock can't be held for the review now. Try again.");
  static final ProofError COUNT =
      new ProofError(
          UPLOAD_COUNT, "A proof has 1 to 5 files, each once.", List.of("uploadIds"), null);

  static ProofError ofFile(int index, LooseUpload.Refused refused) {
    return new ProofError(
        refused.reason() == UploadException.Reason.TOO_MANY_FILES
            ? TOO_MANY_PROOFS
            : ProofErrorCode.valueOf(refused.reason().name()),
        refused.message(),
        List.of("files", String.valueOf(index)),
        null);
  }

  /** The same where files came instead of ids of uploads. */
  ProofError aboutFiles() {
    return path.getFirst().equals("uploadIds")
        ? new ProofError(
            code,
            message,
            Stream.concat(Stream.of("files"), path.stream().skip(1)).toList(),
            status)
        : this;
  }

  static ProofError noUpload(int index) {
    return new ProofError(
        UPLOAD_NOT_FOUND,
        "There is no such finished upload for this order.",
        List.of("uploadIds", String.valueOf(index)),
        null);
  }

  /** Why that order takes no proof now, if it does not. */
  static Optional<ProofError> of(Order order, Instant now) {
    if (order.isOverdue(now)) {
      return Optional.of(TOO_LATE);
    }
    if (order.status() != OrderStatus.PENDING_PAYMENT) {
      return Optional.of(
          new ProofError(
              WRONG_STATUS,
              "The order does not wait for payment.",
              List.of("orderId"),
              order.status()));
    }
    return order.proofs() >= Order.MAX_PROOFS ? Optional.of(TOO_MANY) : Optional.empty();
  }

  private static ProofError ofOrder(ProofErrorCode code, String message) {
    return new ProofError(code, message, List.of("orderId"), null);
  }
}
