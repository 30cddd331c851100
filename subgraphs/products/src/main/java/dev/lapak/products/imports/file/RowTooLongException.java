package dev.lapak.products.imports.file;

/** A row that is too long does not end: whatever follows can't be told from it. */
public final class RowTooLongException extends RuntimeException {

  private final int line;

  RowTooLongException(int line) {
    super("the row at line " + line + " is too long", null, false, false);
    this.line = line;
  }

  public int line() {
    return line;
  }
}
