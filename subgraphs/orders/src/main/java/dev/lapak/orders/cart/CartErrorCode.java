package dev.lapak.orders.cart;

/** Why a cart was not changed. */
enum CartErrorCode {
  PRODUCT_NOT_FOUND,
  PRODUCT_ARCHIVED,
  QUANTITY_OUT_OF_RANGE,
  QUANTITY_CHANGED,
  TOO_MANY_LINES,
  KEY_REUSED,
  KEY_INVALID,
  GUEST_TOKEN_INVALID,
  TRY_AGAIN
}
