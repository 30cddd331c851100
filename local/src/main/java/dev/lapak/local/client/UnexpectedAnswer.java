package dev.lapak.local.client;

/** The endpoint answered something else than it had to. */
public final class UnexpectedAnswer extends RuntimeException {

  public UnexpectedAnswer(String message) {
    super(message, null, false, false);
  }
}
