package dev.lapak.inventory.reconciliation;

import dev.lapak.inventory.stock.StockChange;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.platform.error.InputError;

/** Why a level was not repaired. */
public final class RepairErrors {

  private RepairErrors() {}

  public static InputError<RepairErrorCode> notFound() {
    return InputError.of(
        RepairErrorCode.STOCK_LEVEL_NOT_FOUND,
        "There was never any of this product in this warehouse.");
  }

  static InputError<RepairErrorCode> reasonLength() {
    return InputError.of(
        RepairErrorCode.REASON_LENGTH,
        "A reason has 1 to " + StockChange.MAX_REASON + " characters.",
        "reason");
  }

  public static InputError<RepairErrorCode> tooMuchHeld() {
    return InputError.of(
        RepairErrorCode.TOO_MUCH_HELD,
        "Active reservations hold more than %,d: release some first."
            .formatted(StockLevel.MAX_ON_HAND));
  }
}
