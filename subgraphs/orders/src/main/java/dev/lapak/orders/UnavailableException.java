package dev.lapak.orders;

/** Another subgraph did not answer, in time or at all; what it did with the request is unknown. */
public final class UnavailableException extends RuntimeException {

  public UnavailableException(String subgraph, Throwable cause) {
    super(subgraph + " does not answer: " + cause, cause, false, false);
  }
}
