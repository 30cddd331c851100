package dev.lapak.inventory.live;

import java.util.UUID;

/**
 * What of a product can be bought.
 *
 * @param sequence grows with each change
 * @param changedIn the transaction that changed it last; 0 where none ever did
 */
public record ProductStock(UUID productId, long sequence, int available, long changedIn) {

  /** Whether there was never any. */
  boolean wasNever() {
    return changedIn == 0;
  }
}
