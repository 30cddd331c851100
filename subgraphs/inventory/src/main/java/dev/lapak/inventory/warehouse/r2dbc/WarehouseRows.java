package dev.lapak.inventory.warehouse.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.warehouse.Warehouse;
import io.r2dbc.spi.Readable;

/** Reads warehouses. */
public final class WarehouseRows {

  private WarehouseRows() {}

  /** Of the columns {@code id}, {@code name} and {@code active}. */
  public static Warehouse warehouse(Readable row) {
    return new Warehouse(
        Columns.uuid(row, "id"), Columns.text(row, "name"), Columns.flag(row, "active"));
  }
}
