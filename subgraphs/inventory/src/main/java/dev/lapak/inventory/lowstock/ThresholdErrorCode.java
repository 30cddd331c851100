package dev.lapak.inventory.lowstock;

/** Why a threshold was not set. */
public enum ThresholdErrorCode {
  PRODUCT_NOT_FOUND,
  THRESHOLD_OUT_OF_RANGE,
  TRY_AGAIN
}
