package dev.lapak.orders.order;

/** Why an order was not cancelled. */
enum CancelOrderErrorCode {
  ORDER_NOT_FOUND,
  WRONG_STATUS,
  REASON_LENGTH
}
