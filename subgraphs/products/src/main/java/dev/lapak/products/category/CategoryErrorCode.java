package dev.lapak.products.category;

/** Why there is no new category. */
public enum CategoryErrorCode {
  SLUG_INVALID,
  SLUG_TAKEN,
  NAME_LENGTH
}
