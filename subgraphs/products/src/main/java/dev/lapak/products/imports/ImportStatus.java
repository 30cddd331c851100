package dev.lapak.products.imports;

/** How far an import is. */
public enum ImportStatus {
  REQUESTED,
  UPLOADED,
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELLED;

  boolean isOver() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }
}
