package dev.lapak.orders.checkout;

/** Why nothing was bought. */
enum CheckoutErrorCode {
  NO_LINES,
  TOO_MANY_LINES,
  QUANTITY_OUT_OF_RANGE,
  PRODUCT_NOT_FOUND,
  PRODUCT_ARCHIVED,
  OUT_OF_STOCK,
  KEY_REUSED,
  KEY_INVALID,
  PAY_WITHIN_OUT_OF_RANGE,
  TRY_AGAIN
}
