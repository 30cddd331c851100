package dev.lapak.users.account;

/** Another account has the address. */
public final class EmailTakenException extends RuntimeException {

  public EmailTakenException(Throwable cause) {
    super("taken", cause, false, false);
  }
}
