package dev.lapak.inventory.reconciliation;

/** Why a level was not repaired. */
public enum RepairErrorCode {
  STOCK_LEVEL_NOT_FOUND,
  REASON_LENGTH,
  TOO_MUCH_HELD
}
