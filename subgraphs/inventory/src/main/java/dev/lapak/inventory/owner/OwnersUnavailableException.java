package dev.lapak.inventory.owner;

/** Who owns a product can't be said now. */
public final class OwnersUnavailableException extends RuntimeException {

  public OwnersUnavailableException(Throwable cause) {
    super("products does not say who owns a product", cause);
  }
}
