package dev.lapak.products.product;

/** Why a product is not made or changed. */
enum ProductErrorCode {
  PRODUCT_NOT_FOUND,
  VERSION_CONFLICT,
  PRODUCT_ARCHIVED,
  SKU_TAKEN,
  SKU_INVALID,
  TITLE_LENGTH,
  DESCRIPTION_LENGTH,
  PRICE_OUT_OF_RANGE,
  WRONG_CURRENCY,
  CATEGORY_NOT_FOUND,
  TAGS_INVALID
}
