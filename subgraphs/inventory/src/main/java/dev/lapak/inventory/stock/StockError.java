package dev.lapak.inventory.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why stock was not changed.
 *
 * @param path where in the input
 * @param current the stock as it is now, where that helps
 */
public record StockError(
    StockErrorCode code, String message, List<String> path, @Nullable StockLevel current) {

  private static StockError at(StockErrorCode code, String field, String message) {
    return new StockError(code, message, List.of(field), null);
  }

  static StockError productNotFound() {
    return at(StockErrorCode.PRODUCT_NOT_FOUND, "productId", "You have no such product.");
  }

  public static StockError warehouseNotFound() {
    return at(StockErrorCode.WAREHOUSE_NOT_FOUND, "warehouseId", "You have no such warehouse.");
  }

  static StockError outOfRange(String field, String message) {
    return at(StockErrorCode.QUANTITY_OUT_OF_RANGE, field, message);
  }

  static StockError reasonLength() {
    return at(
        StockErrorCode.REASON_LENGTH,
        "reason",
        "A reason has 1 to " + StockChange.MAX_REASON + " characters.");
  }

  static StockError keyInvalid() {
    return at(
        StockErrorCode.KEY_INVALID,
        "idempotencyKey",
        "A key is 1 to 100 printable ASCII characters.");
  }

  public static StockError keyReused() {
    return at(StockErrorCode.KEY_REUSED, "idempotencyKey", "This key was used with another input.");
  }

  static StockError tryAgain() {
    return at(
        StockErrorCode.TRY_AGAIN,
        "productId",
        "Whether the product is yours could not be found out now. Nothing was changed: try again.");
  }

  static StockError stockChanged(StockLevel current) {
    return new StockError(
        StockErrorCode.STOCK_CHANGED,
        "There are %d on hand now.".formatted(current.onHand()),
        List.of("expectedOnHand"),
        current);
  }

  static StockError belowReserved(String field, StockLevel current) {
    return new StockError(
        StockErrorCode.BELOW_RESERVED,
        "There are %d on hand, %d of them reserved: at most %d can be taken away."
            .formatted(current.onHand(), current.reserved(), current.free()),
        List.of(field),
        current);
  }
}
