package dev.lapak.orders.checkout;

/** The key has a purchase of another attempt. */
public final class KeyTakenException extends RuntimeException {

  public KeyTakenException() {
    super("the key has its purchase", null, false, false);
  }
}
