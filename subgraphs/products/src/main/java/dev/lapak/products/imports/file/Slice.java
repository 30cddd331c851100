package dev.lapak.products.imports.file;

import dev.lapak.products.imports.ImportFormat;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A part of a file that begins with a row, cut into whole rows. UTF-8 lets it be cut by bytes:
 * quotes and ends of lines are nothing else.
 *
 * @param rows without their ends; empty ones are left out
 * @param length how many bytes they are
 * @param lines how many lines they are
 */
public record Slice(List<RawRow> rows, int length, int lines) {

  /** The longest row there may be; what a product can say fits many times. */
  public static final int MAX_ROW = 128 * 1024;

  /**
   * @param line where the row begins in its file
   * @param isWhole whether all its quotes are closed
   */
  public record RawRow(int line, byte[] bytes, boolean isWhole) {

    /**
     * @throws MalformedRowException if it is not whole, or not UTF-8
     */
    String text() {
      if (!isWhole) {
        throw new MalformedRowException("A quote is not closed.");
      }
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new MalformedRowException("The row is not UTF-8.");
      }
    }
  }

  /**
   * @param isLast whether the file ends where the bytes end
   * @throws RowTooLongException if no row ends within its bound
   */
  public static Slice cut(
      byte[] bytes, boolean isLast, ImportFormat format, int firstLine, int maxRows) {
    Cutter cutter = new Cutter(bytes, format == ImportFormat.CSV);
    List<RawRow> rows = new ArrayList<>();
    int from = 0;
    int line = firstLine;
    while (from < bytes.length && rows.size() < maxRows) {
      int to = cutter.end(from);
      boolean ends = to < bytes.length;
      if (to - from > MAX_ROW) {
        if (rows.isEmpty()) {
          throw new RowTooLongException(line);
        }
        break;
      }
      if (!ends && !isLast) {
        break;
      }
      byte[] row = Arrays.copyOfRange(bytes, from, withoutReturn(bytes, from, to));
      if (row.length > 0) {
        rows.add(new RawRow(line, row, !cutter.isOpen()));
      }
      line += cutter.breaks() + (ends ? 1 : 0);
      from = ends ? to + 1 : to;
    }
    return new Slice(rows, from, line - firstLine);
  }

  private static int withoutReturn(byte[] bytes, int from, int to) {
    return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
  }

  /** Finds the ends of rows. */
  private static final class Cutter {

    private final byte[] bytes;
    private final boolean quotes;
    private boolean open;
    private int breaks;

    Cutter(byte[] bytes, boolean quotes) {
      this.bytes = bytes;
      this.quotes = quotes;
    }

    /** Where the row's line break is, or the end of the bytes. */
    int end(int from) {
      open = false;
      breaks = 0;
      boolean fieldBegins = true;
      for (int i = from; i < bytes.length; i++) {
        byte here = bytes[i];
        if (open) {
          if (here == '"' && i + 1 < bytes.length && bytes[i + 1] == '"') {
            i++;
          } else if (here == '"') {
            open = false;
          } else if (here == '\n') {
            breaks++;
          }
        } else if (here == '\n') {
          return i;
        } else {
          open = quotes && fieldBegins && here == '"';
          fieldBegins = here == ',';
        }
      }
      return bytes.length;
    }

    boolean isOpen() {
      return open;
    }

    int breaks() {
      return breaks;
    }
  }
}
