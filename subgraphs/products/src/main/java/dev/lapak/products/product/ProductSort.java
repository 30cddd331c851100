package dev.lapak.products.product;

/** In which order a list is. */
public enum ProductSort {
  NEWEST,
  PRICE_ASC,
  PRICE_DESC,
  TITLE,
  /** What fits a search best first. */
  RELEVANCE
}
