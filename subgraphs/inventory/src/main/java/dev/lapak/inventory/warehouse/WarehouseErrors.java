package dev.lapak.inventory.warehouse;

import dev.lapak.platform.error.InputError;

/** Why a warehouse was not changed. */
public final class WarehouseErrors {

  private WarehouseErrors() {}

  static InputError<WarehouseErrorCode> notFound() {
    return InputError.of(
        WarehouseErrorCode.WAREHOUSE_NOT_FOUND, "You have no such warehouse.", "id");
  }

  static InputError<WarehouseErrorCode> nameLength() {
    return InputError.of(
        WarehouseErrorCode.NAME_LENGTH,
        "A name has 1 to " + Warehouse.MAX_NAME + " characters.",
        "name");
  }

  public static InputError<WarehouseErrorCode> nameTaken() {
    return InputError.of(
        WarehouseErrorCode.NAME_TAKEN, "Another warehouse of yours has this name.", "name");
  }

  public static InputError<WarehouseErrorCode> tooMany() {
    return InputError.of(
        WarehouseErrorCode.TOO_MANY_WAREHOUSES,
        "You have " + Warehouse.MAX_PER_SELLER + " warehouses: more are not possible.");
  }
}
