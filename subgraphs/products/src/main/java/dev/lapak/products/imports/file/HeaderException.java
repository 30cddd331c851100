package dev.lapak.products.imports.file;

/** A file's first row does not name the columns that it must. */
public final class HeaderException extends RuntimeException {

  HeaderException(String message) {
    super(message, null, false, false);
  }
}
