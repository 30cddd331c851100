package dev.lapak.inventory.warehouse;

/** Why a warehouse was not changed. */
public enum WarehouseErrorCode {
  WAREHOUSE_NOT_FOUND,
  NAME_LENGTH,
  NAME_TAKEN,
  TOO_MANY_WAREHOUSES
}
