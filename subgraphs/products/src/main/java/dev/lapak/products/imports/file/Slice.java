package dev.lapak.products.imports.file;

import dev.lapak.products.imports.ImportFormat;
import dev.lapak.products.imports.RowErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file, cut into whole rows. UTF-8 lets it be cut by bytes: quotes and ends of lines
 * are nothing else.
 *
 * @param rows without their ends; empty ones are left out
 * @param length how many bytes they are
 * @param lines how many lines they are
 * @param inside the row that the next part goes on with; null where that begins with a row
 */
public record Slice(List<RawRow> rows, int length, int lines, @Nullable LongRow inside) {

  /** The longest row that is read; what a product can say fits many times. */
  public static final int MAX_ROW = 128 * 1024;

  /**
   * @param line where the row begins in its file
   * @param bytes none of a row that is too long
   */
  public record RawRow(int line, byte[] bytes, Form form) {

    private static RawRow tooLong(int line) {
      return new RawRow(line, new byte[0], Form.TOO_LONG);
    }

    public boolean isTooLong() {
      return form == Form.TOO_LONG;
    }

    /**
     * @throws MalformedRowException if it is not whole, or not UTF-8
     */
    String text() {
      switch (form) {
        case OPEN -> throw new MalformedRowException("A quote is not closed.");
        case TOO_LONG ->
            throw new MalformedRowException(
                null, RowErrorCode.ROW_TOO_LONG, "The row is longer than 128 KiB.");
        case WHOLE -> {}
      }
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new MalformedRowException("The row is not UTF-8.");
      }
    }
  }

  /** What there is of a row. */
  public enum Form {
    WHOLE,
    /** Its last quote is not closed. */
    OPEN,
    TOO_LONG
  }

  /**
   * @param isLast whether the file ends where the bytes end
   * @param firstLine that the bytes begin in
   * @param begun the row that they go on with; null where they begin with a row
   * @throws RowTooLongException if the file ends in a row that is too long, with an open quote
   */
  public static Slice cut(
      byte[] bytes,
      boolean isLast,
      ImportFormat format,
      int firstLine,
      @Nullable LongRow begun,
      int maxRows) {
    Cutter cutter = new Cutter(bytes, format);
    List<RawRow> rows = new ArrayList<>();
    LongRow inside = begun;
    int from = 0;
    int line = firstLine;
    while (from < bytes.length && rows.size() < maxRows) {
      int to = inside == null ? cutter.end(from) : cutter.end(from, inside.place());
      boolean isLong = inside != null || to - from > MAX_ROW;
      int beginning = inside == null ? line : inside.line();
      boolean breaks = to < bytes.length;
      boolean ends = breaks || (isLast && !(isLong && cutter.isOpen()));
      if (!ends && isLong && rows.isEmpty()) {
        if (isLast) {
          throw new RowTooLongException(beginning);
        }
        LongRow seen = new LongRow(beginning, cutter.place());
        return new Slice(rows, bytes.length, line + cutter.breaks() - firstLine, seen);
      }
      if (!ends) {
        break;
      }
      RawRow row = isLong ? RawRow.tooLong(beginning) : row(beginning, bytes, from, to, cutter);
      if (isLong || row.bytes().length > 0) {
        rows.add(row);
      }
      inside = null;
      line += cutter.breaks() + (breaks ? 1 : 0);
      from = breaks ? to + 1 : to;
    }
    return new Slice(rows, from, line - firstLine, null);
  }

  private static RawRow row(int line, byte[] bytes, int from, int to, Cutter cutter) {
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    return new RawRow(
        line, Arrays.copyOfRange(bytes, from, end), cutter.isOpen() ? Form.OPEN : Form.WHOLE);
  }
}
