package dev.lapak.platform.scalar;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Times from outside, as PostgreSQL takes them: it knows fewer years and offsets than Java does.
 */
public final class StoredTime {

  private StoredTime() {}

  /**
   * In UTC, cut to microseconds (PostgreSQL would round up, beyond the last year too); nothing
   * where it is no ISO 8601 time of the years 0001 to 9999 in UTC.
   */
  public static Optional<OffsetDateTime> parse(String text) {
    try {
      OffsetDateTime time =
          OffsetDateTime.parse(text)
              .withOffsetSameInstant(ZoneOffset.UTC)
              .truncatedTo(ChronoUnit.MICROS);
      return time.getYear() >= 1 && time.getYear() <= 9999 ? Optional.of(time) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
