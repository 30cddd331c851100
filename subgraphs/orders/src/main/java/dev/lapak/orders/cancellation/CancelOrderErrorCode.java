package dev.lapak.orders.cancellation;

/** Why an order was not cancelled. */
enum CancelOrderErrorCode {
  ORDER_NOT_FOUND,
  WRONG_STATUS,
  REASON_LENGTH
}
