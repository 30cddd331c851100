package dev.lapak.inventory;

import dev.lapak.platform.page.Cursor;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns that are not null, and writes those that may be. */
public final class Columns {

  private Columns() {}

  public static UUID uuid(Readable row, String column) {
    return read(row, column, UUID.class);
  }

  public static int number(Readable row, String column) {
    return read(row, column, Integer.class);
  }

  public static String text(Readable row, String column) {
    return read(row, column, String.class);
  }

  public static boolean flag(Readable row, String column) {
    return read(row, column, Boolean.class);
  }

  public static OffsetDateTime time(Readable row, String column) {
    return read(row, column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
  }

  /** A value to bind, or null. */
  public static <T> Parameter nullable(@Nullable T value, Class<T> type) {
    return value == null ? Parameters.in(type) : Parameters.in(value);
  }

  /** A key of a cursor that is an id. */
  public static UUID idKey(Cursor cursor, int index) {
    return Ids.parse(key(cursor, index)).orElseThrow(Cursor::foreign);
  }

  /** A key of a cursor that is a time. */
  public static OffsetDateTime timeKey(Cursor cursor, int index) {
    try {
      return OffsetDateTime.parse(key(cursor, index));
    } catch (DateTimeParseException e) {
      throw Cursor.foreign();
    }
  }

  private static String key(Cursor cursor, int index) {
    if (index >= cursor.keys().size()) {
      throw Cursor.foreign();
    }
    return cursor.keys().get(index);
  }

  private static <T> T read(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
