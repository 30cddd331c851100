package dev.lapak.inventory.reservation;

/** One call of a batch keeps the others from being written: each must be tried for itself. */
public final class SpoiltBatchException extends RuntimeException {

  private final Throwable reason;

  public SpoiltBatchException(Throwable reason) {
    super("a batch could not be written", reason);
    this.reason = reason;
  }

  /** What the call is told if it was alone. */
  Throwable reason() {
    return reason;
  }
}
