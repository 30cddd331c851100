package dev.lapak.inventory.stock;

/** What moved stock. */
public enum StockMovementKind {
  /** Somebody counted. */
  COUNT,
  /** Somebody added or took away, and said why. */
  ADJUSTMENT,
  /** A reservation was committed. */
  SALE
}
