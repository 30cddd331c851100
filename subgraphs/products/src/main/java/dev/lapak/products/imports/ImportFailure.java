package dev.lapak.products.imports;

/** Why an import ended before its file did. */
public enum ImportFailure {
  ENCODING,
  HEADER,
  ROW_TOO_LONG,
  INTERNAL
}
