package dev.lapak.orders.payment;

import java.util.List;

/** An expected failure of {@code markPaid}. */
public record MarkPaidError(MarkPaidErrorCode code, String message, List<String> path) {

  static final MarkPaidError NOT_FOUND =
      new MarkPaidError(
          MarkPaidErrorCode.ORDER_NOT_FOUND, "There is no such order.", List.of("orderId"));

  static final MarkPaidError NOTE =
      new MarkPaidError(
          MarkPaidErrorCode.NOTE_LENGTH, "A note is 1 to 500 characters.", List.of("note"));

  static final MarkPaidError TRY_AGAIN =
      new MarkPaidError(
          MarkPaidErrorCode.TRY_AGAIN,
          "The stock can't be had from inventory now. Try again.",
          List.of("orderId"));
}
