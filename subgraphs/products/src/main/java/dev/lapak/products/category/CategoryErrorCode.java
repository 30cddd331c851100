package dev.lapak.products.category;

/** Why a category is not made or changed. */
public enum CategoryErrorCode {
  SLUG_INVALID,
  SLUG_TAKEN,
  NAME_LENGTH,
  CATEGORY_NOT_FOUND,
  CATEGORY_IN_USE
}
