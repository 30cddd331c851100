package dev.lapak.platform.caller;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;

/**
 * The service that asks, proven by its secret. Controllers take it as {@code @ContextValue Caller
 * caller}.
 *
 * @param name {@code router}, {@code edge}, {@code orders}…
 */
public record Caller(String name) {

  /** The header: {@code name:secret}. The edge strips it from clients. */
  public static final String HEADER = "lapak-caller";

  /** The key in the GraphQL context. */
  public static final String KEY = "caller";

  /** Refuses everybody else: the field is not for the public graph. */
  public void require(String only) {
    if (!name.equals(only)) {
      throw new RequestException(RequestErrorCode.FORBIDDEN, "This is for " + only + " only.");
    }
  }
}
