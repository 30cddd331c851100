package dev.lapak.inventory.stock;

/** What moved stock. */
public enum StockMovementKind {
  /** Somebody counted. */
  COUNT,
  /** Somebody added or took away, and said why. */
  ADJUSTMENT,
  /** A reservation was committed. */
  SALE,
  /** A committed reservation was given back. */
  RETURN,
  /** Left for another warehouse. */
  TRANSFER_OUT,
  /** Arrived from another warehouse. */
  TRANSFER_IN,
  /** Left for another warehouse, and was called back. */
  TRANSFER_BACK,
  /** A counter was made right again. */
  REPAIR
}
