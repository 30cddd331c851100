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

  private static final int MAX_SKU = 100;

  /** Errors are kept for long: none may be as large as its row. */
  public RowError {
    if (sku != null && sku.codePointCount(0, sku.length()) > MAX_SKU) {
      sku = sku.substring(0, sku.offsetByCodePoints(0, MAX_SKU)) + "…";
    }
  }
}
