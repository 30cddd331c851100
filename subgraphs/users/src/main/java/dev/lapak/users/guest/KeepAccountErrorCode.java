package dev.lapak.users.guest;

/** Why a guest has no account. */
public enum KeepAccountErrorCode {
  HAS_ACCOUNT,
  EMAIL_MISSING,
  EMAIL_INVALID,
  EMAIL_TAKEN,
  PASSWORD_LENGTH
}
