package dev.lapak.products.imports.file;

/**
 * A row that is too long, and whose end has not been seen yet.
 *
 * @param line where it begins in its file
 * @param place what of it was seen last
 */
public record LongRow(int line, Place place) {

  /** Where in a row one may be; what comes next means something else in each. */
  public enum Place {
    FIELD_BEGINS,
    PLAIN,
    QUOTED,
    /** A quote in a quoted field: its end, unless another quote follows. */
    QUOTE_IN_QUOTED
  }
}
