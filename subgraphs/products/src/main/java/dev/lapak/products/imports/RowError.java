package dev.lapak.products.imports;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param line where it begins in the file, from 1
 * @param sku where it could be read; its beginning, if it is far too long
 * @param field which column or key, if it is about one
 * @param message for people, in English
 */
public record RowError(
    int line, @Nullable String sku, @Nullable String field, RowErrorCode code, String message) {

  /** Errors are kept for long: none may be as large as its row. */
  public RowError {
    if (sku != null) {
      sku = Excerpt.of(sku);
    }
  }
}
