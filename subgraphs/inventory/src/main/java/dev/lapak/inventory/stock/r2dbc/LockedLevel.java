package dev.lapak.inventory.stock.r2dbc;

import java.util.UUID;

/**
 * A level that the current transaction has locked.
 *
 * @param active whether its warehouse is; it stays so until the transaction ends
 * @param due how many lines of reservations that are over it still holds
 */
public record LockedLevel(
    UUID productId, UUID warehouseId, int onHand, int reserved, boolean active, int due) {

  public int free() {
    return onHand - reserved;
  }

  LockedLevel without(int quantity, int lines) {
    return new LockedLevel(
        productId, warehouseId, onHand, reserved - quantity, active, due - lines);
  }
}
