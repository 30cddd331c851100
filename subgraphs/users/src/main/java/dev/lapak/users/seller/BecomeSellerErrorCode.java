package dev.lapak.users.seller;

/** Why somebody is no new seller. */
public enum BecomeSellerErrorCode {
  ALREADY_SELLER,
  NAME_LENGTH,
  ACCOUNT_NUMBER_INVALID,
  CURRENCY_NOT_SUPPORTED
}
