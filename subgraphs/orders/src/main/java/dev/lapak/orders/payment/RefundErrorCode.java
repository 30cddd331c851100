package dev.lapak.orders.payment;

/** Why a refund was not noted. */
enum RefundErrorCode {
  PAYMENT_NOT_FOUND,
  WRONG_STATUS,
  NOTE_LENGTH
}
