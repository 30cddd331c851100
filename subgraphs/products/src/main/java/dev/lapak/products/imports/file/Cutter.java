package dev.lapak.products.imports.file;

import static dev.lapak.products.imports.file.LongRow.Place.FIELD_BEGINS;
import static dev.lapak.products.imports.file.LongRow.Place.PLAIN;
import static dev.lapak.products.imports.file.LongRow.Place.QUOTED;
import static dev.lapak.products.imports.file.LongRow.Place.QUOTE_IN_QUOTED;

import dev.lapak.products.imports.ImportFormat;
import dev.lapak.products.imports.file.LongRow.Place;

/** Finds the ends of rows. */
final class Cutter {

  private final byte[] bytes;
  private final boolean quotes;
  private Place place = PLAIN;
  private int breaks;

  Cutter(byte[] bytes, ImportFormat format) {
    this.bytes = bytes;
    this.quotes = format == ImportFormat.CSV;
  }

  /** Where the line break of the row that begins there is, or the end of the bytes. */
  int end(int from) {
    return end(from, FIELD_BEGINS);
  }

  /**
   * @param begun where in its row the bytes go on
   */
  int end(int from, Place begun) {
    place = begun;
    breaks = 0;
    for (int i = from; i < bytes.length; i++) {
      byte here = bytes[i];
      if (here == '\n' && place != QUOTED) {
        return i;
      }
      if (here == '\n') {
        breaks++;
      }
      place = after(here);
    }
    return bytes.length;
  }

  private Place after(byte here) {
    if (place == QUOTED) {
      return here == '"' ? QUOTE_IN_QUOTED : QUOTED;
    }
    if (here == '"' && quotes && place != PLAIN) {
      return QUOTED;
    }
    return here == ',' ? FIELD_BEGINS : PLAIN;
  }

  Place place() {
    return place;
  }

  boolean isOpen() {
    return place == QUOTED;
  }

  /** How many lines end within the row. */
  int breaks() {
    return breaks;
  }
}
