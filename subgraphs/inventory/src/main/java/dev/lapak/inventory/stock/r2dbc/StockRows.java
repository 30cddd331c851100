package dev.lapak.inventory.stock.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.inventory.warehouse.r2dbc.WarehouseRows;
import io.r2dbc.spi.Readable;

/** Reads levels. */
public final class StockRows {

  private StockRows() {}

  /** Of a warehouse's columns, {@code product_id}, {@code on_hand} and {@code reserved}. */
  public static StockLevel level(Readable row) {
    return new StockLevel(
        Columns.uuid(row, "product_id"),
        WarehouseRows.warehouse(row),
        Columns.number(row, "on_hand"),
        Columns.number(row, "reserved"));
  }
}
