package dev.lapak.orders.proof;

/** Why a proof was not taken. */
enum ProofErrorCode {
  ORDER_NOT_FOUND,
  WRONG_STATUS,
  DEADLINE_PASSED,
  UPLOAD_COUNT,
  UPLOAD_NOT_FOUND,
  TOO_MANY_PROOFS,
  TRY_AGAIN
}
