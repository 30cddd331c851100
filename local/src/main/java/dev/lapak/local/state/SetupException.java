package dev.lapak.local.state;

/** What keeps the system from starting, said so that the person at the console can put it right. */
public final class SetupException extends RuntimeException {

  public SetupException(String message) {
    super(message, null, false, false);
  }
}
