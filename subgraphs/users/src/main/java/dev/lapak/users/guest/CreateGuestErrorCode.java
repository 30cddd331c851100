package dev.lapak.users.guest;

/** Why there is no new guest. */
public enum CreateGuestErrorCode {
  NAME_LENGTH,
  CONTACT_MISSING,
  EMAIL_INVALID,
  PHONE_INVALID
}
