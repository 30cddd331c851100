package dev.lapak.orders.payment;

/** Why an order was not marked as paid. */
enum MarkPaidErrorCode {
  ORDER_NOT_FOUND,
  NOTE_LENGTH,
  TRY_AGAIN
}
