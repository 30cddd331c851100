package dev.lapak.products.imports;

/** What a file of products is. */
public enum ImportFormat {
  CSV,
  JSON_LINES
}
