package dev.lapak.products.imports;

/** Why an import is not requested, started or cancelled. */
public enum ImportErrorCode {
  TOO_MANY_IMPORTS,
  IMPORT_NOT_FOUND,
  FILE_MISSING,
  IMPORT_OVER
}
