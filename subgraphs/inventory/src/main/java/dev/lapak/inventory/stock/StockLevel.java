package dev.lapak.inventory.stock;

import dev.lapak.inventory.warehouse.Warehouse;
import java.util.UUID;

/**
 * A product's stock in a warehouse.
 *
 * @param reserved of what is on hand, promised to orders
 */
public record StockLevel(UUID productId, Warehouse warehouse, int onHand, int reserved) {

  /** On hand of one product in one warehouse is at most this. */
  public static final int MAX_ON_HAND = 1_000_000_000;

  /** For sale, if the warehouse is active. */
  public int free() {
    return onHand - reserved;
  }

  /** This level with other numbers. */
  public StockLevel with(int newOnHand, int newReserved) {
    return new StockLevel(productId, warehouse, newOnHand, newReserved);
  }
}
