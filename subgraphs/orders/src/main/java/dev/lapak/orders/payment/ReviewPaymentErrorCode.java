package dev.lapak.orders.payment;

/** Why a decision was not taken. */
enum ReviewPaymentErrorCode {
  PROOF_NOT_FOUND,
  ALREADY_REVIEWED,
  WRONG_STATUS,
  REASON_LENGTH
}
