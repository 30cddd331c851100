package dev.lapak.products.imports.file;

/** No row ends within its bound: whatever follows can't be told from it. */
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
