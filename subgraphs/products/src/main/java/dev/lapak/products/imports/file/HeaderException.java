package dev.lapak.products.imports.file;

/** A file's first row does not name the columns that it must. */
public final class HeaderException extends RuntimeException {

  private final String reason;

  /**
   * @param reason for people, in English
   */
  HeaderException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
