package dev.lapak.inventory.availability;

import dev.lapak.platform.error.RequestException;
import java.util.UUID;

/**
 * What of a product is free now.
 *
 * @param total in all active warehouses, less what is reserved; the largest {@code Int} where it is
 *     more
 */
public record Availability(UUID productId, int total) {

  private static final int MAX_QUANTITY = 1_000_000;

  /** Whether that many can be bought. */
  public boolean inStock(int quantity) {
    if (quantity < 1 || quantity > MAX_QUANTITY) {
      throw RequestException.badUserInput(
          "quantity must be 1 to %,d, not %,d.".formatted(MAX_QUANTITY, quantity));
    }
    return quantity <= total;
  }
}
