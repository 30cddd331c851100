package dev.lapak.users.account;

/** Why there is no new account. */
public enum RegisterErrorCode {
  EMAIL_INVALID,
  EMAIL_TAKEN,
  PASSWORD_LENGTH,
  NAME_LENGTH
}
