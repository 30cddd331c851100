package dev.lapak.inventory.transfer;

import static dev.lapak.inventory.stock.StockLevel.MAX_ON_HAND;

import dev.lapak.inventory.stock.StockChange;
import dev.lapak.inventory.stock.StockLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a transfer was not started or not ended.
 *
 * @param path where in the input
 * @param current the stock as it is now, where that helps
 */
public record TransferError(
    TransferErrorCode code, String message, List<String> path, @Nullable StockLevel current) {

  private static TransferError at(TransferErrorCode code, String message, String... path) {
    return new TransferError(code, message, List.of(path), null);
  }

  public static TransferError notFound() {
    return at(TransferErrorCode.TRANSFER_NOT_FOUND, "You have no such transfer.", "id");
  }

  public static TransferError ended(Transfer transfer) {
    return at(TransferErrorCode.TRANSFER_ENDED, "It is " + transfer.status() + ".", "id");
  }

  public static TransferError warehouseNotFound(String field) {
    return at(TransferErrorCode.WAREHOUSE_NOT_FOUND, "You have no such warehouse.", field);
  }

  static TransferError sameWarehouse() {
    return at(
        TransferErrorCode.SAME_WAREHOUSE, "It is sent to where it comes from.", "destinationId");
  }

  static TransferError productNotFound(String list, int index) {
    return at(
        TransferErrorCode.PRODUCT_NOT_FOUND,
        list.equals("lines") ? "You have no such product." : "The transfer has no such product.",
        list,
        String.valueOf(index),
        "productId");
  }

  static TransferError productTwice(String list, int index) {
    return lines("Each product is there once.", list, String.valueOf(index), "productId");
  }

  static TransferError lines(String message, String... path) {
    return at(TransferErrorCode.LINES_INVALID, message, path);
  }

  static TransferError outOfRange(String list, int index, int min, int max) {
    return at(
        TransferErrorCode.QUANTITY_OUT_OF_RANGE,
        "%,d to %,d.".formatted(min, max),
        list,
        String.valueOf(index),
        "quantity");
  }

  /** Where the goods would be. */
  public static TransferError full() {
    return at(
        TransferErrorCode.QUANTITY_OUT_OF_RANGE,
        "On hand would be more than %,d.".formatted(MAX_ON_HAND),
        "id");
  }

  public static TransferError outOfStock(int line, StockLevel current) {
    return new TransferError(
        TransferErrorCode.OUT_OF_STOCK,
        "%d are free.".formatted(current.free()),
        List.of("lines", String.valueOf(line), "quantity"),
        current);
  }

  static TransferError reasonLength() {
    return at(
        TransferErrorCode.REASON_LENGTH,
        "Where something is missing, a reason has 1 to %d characters; else there is none."
            .formatted(StockChange.MAX_REASON),
        "missingReason");
  }

  static TransferError keyInvalid() {
    return at(
        TransferErrorCode.KEY_INVALID,
        "A key is 1 to 100 printable ASCII characters.",
        "idempotencyKey");
  }

  public static TransferError keyReused() {
    return at(
        TransferErrorCode.KEY_REUSED, "This key was used with another input.", "idempotencyKey");
  }

  static TransferError tryAgain() {
    return at(
        TransferErrorCode.TRY_AGAIN,
        "Whether the products are yours could not be found out now. Nothing was changed: try"
            + " again.",
        "lines");
  }
}
