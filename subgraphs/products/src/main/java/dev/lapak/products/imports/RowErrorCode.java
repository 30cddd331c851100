package dev.lapak.products.imports;

/** Why a row is not taken. */
public enum RowErrorCode {
  ROW_MALFORMED,
  FIELD_MISSING,
  PRICE_INVALID,
  SKU_INVALID,
  TITLE_LENGTH,
  DESCRIPTION_LENGTH,
  PRICE_OUT_OF_RANGE,
  WRONG_CURRENCY,
  CATEGORY_NOT_FOUND,
  TAGS_INVALID,
  PRODUCT_ARCHIVED
}
