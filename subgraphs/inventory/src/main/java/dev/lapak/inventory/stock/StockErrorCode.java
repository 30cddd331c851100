package dev.lapak.inventory.stock;

/** Why stock was not changed. */
enum StockErrorCode {
  PRODUCT_NOT_FOUND,
  WAREHOUSE_NOT_FOUND,
  STOCK_CHANGED,
  BELOW_RESERVED,
  QUANTITY_OUT_OF_RANGE,
  REASON_LENGTH,
  KEY_INVALID,
  KEY_REUSED,
  TRY_AGAIN
}
