package dev.lapak.inventory.reconciliation;

import dev.lapak.inventory.stock.StockLevel;

/**
 * A level, and what its counters should say.
 *
 * @param level what they say
 * @param ledgerOnHand what the ledger adds up to
 * @param heldQuantity what active reservations hold
 * @param misheldLines how many of its lines end at another time than their reservation
 */
public record StockDifference(
    StockLevel level, int ledgerOnHand, int heldQuantity, int misheldLines) {

  /** Whether all is right. */
  public boolean isNone() {
    return level.onHand() == ledgerOnHand && level.reserved() == heldQuantity && misheldLines == 0;
  }

  /** Whether there is a level that can hold all that is reserved. */
  public boolean isRepairable() {
    return heldQuantity <= StockLevel.MAX_ON_HAND;
  }

  /** As it should be: the ledger is right, unless that can't be. */
  public StockLevel repaired() {
    return level.with(Math.clamp(ledgerOnHand, heldQuantity, StockLevel.MAX_ON_HAND), heldQuantity);
  }
}
