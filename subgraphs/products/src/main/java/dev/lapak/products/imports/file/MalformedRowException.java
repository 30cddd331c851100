package dev.lapak.products.imports.file;

/** A row is not of the form that its file promises. */
final class MalformedRowException extends RuntimeException {

  private final String reason;

  /**
   * @param reason for people, in English
   */
  MalformedRowException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
