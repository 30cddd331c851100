package dev.lapak.inventory;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

  private static <T> T read(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }
}
