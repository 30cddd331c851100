package dev.lapak.orders.expiry;

/** Why a deadline was not put off. */
enum ExtendDeadlineErrorCode {
  ORDER_NOT_FOUND,
  WRONG_STATUS,
  DEADLINE_PASSED,
  TRY_AGAIN
}
