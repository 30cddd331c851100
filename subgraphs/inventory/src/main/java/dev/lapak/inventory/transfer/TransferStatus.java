package dev.lapak.inventory.transfer;

/** In transit at first, then exactly once one of the others. */
public enum TransferStatus {
  IN_TRANSIT,
  RECEIVED,
  CANCELLED
}
