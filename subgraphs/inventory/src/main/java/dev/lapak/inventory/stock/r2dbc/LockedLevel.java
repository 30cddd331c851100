package dev.lapak.inventory.stock.r2dbc;

import dev.lapak.inventory.Columns;
import io.r2dbc.spi.Readable;
import java.util.UUID;

/**
 * A level that the current transaction has locked.
 *
 * @param active whether its warehouse is; it stays so until the transaction ends
 */
public record LockedLevel(
    UUID productId, UUID warehouseId, int onHand, int reserved, boolean active) {

  static LockedLevel of(Readable row) {
    return new LockedLevel(
        Columns.uuid(row, "product_id"),
        Columns.uuid(row, "warehouse_id"),
        Columns.number(row, "on_hand"),
        Columns.number(row, "reserved"),
        Columns.flag(row, "active"));
  }

  public int free() {
    return onHand - reserved;
  }

  LockedLevel without(int quantity) {
    return new LockedLevel(
        productId, warehouseId, onHand, Math.max(0, reserved - quantity), active);
  }
}
