package dev.lapak.inventory.reservation;

/** One call of a batch keeps the others from being written: each must be tried for itself. */
public final class SpoiltBatchException extends RuntimeException {

  public SpoiltBatchException(Throwable cause) {
    super("a batch could not be written", cause);
  }
}
