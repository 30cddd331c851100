package dev.lapak.orders.payment;

/** Why a payment was not started. */
enum StartPaymentErrorCode {
  ORDER_NOT_FOUND,
  WRONG_STATUS,
  DEADLINE_PASSED,
  METHOD_NOT_AVAILABLE,
  TRY_AGAIN
}
