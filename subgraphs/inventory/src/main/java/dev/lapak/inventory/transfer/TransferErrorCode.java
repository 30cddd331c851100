package dev.lapak.inventory.transfer;

/** Why a transfer was not started or not ended. */
enum TransferErrorCode {
  TRANSFER_NOT_FOUND,
  TRANSFER_ENDED,
  WAREHOUSE_NOT_FOUND,
  SAME_WAREHOUSE,
  PRODUCT_NOT_FOUND,
  LINES_INVALID,
  QUANTITY_OUT_OF_RANGE,
  OUT_OF_STOCK,
  REASON_LENGTH,
  KEY_INVALID,
  KEY_REUSED,
  TRY_AGAIN
}
