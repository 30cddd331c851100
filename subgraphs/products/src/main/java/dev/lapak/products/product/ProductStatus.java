package dev.lapak.products.product;

/** Whether a product can be bought. */
public enum ProductStatus {
  ACTIVE,
  ARCHIVED
}
