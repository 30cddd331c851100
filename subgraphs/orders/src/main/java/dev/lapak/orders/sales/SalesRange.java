package dev.lapak.orders.sales;

import dev.lapak.platform.error.RequestException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * From when to when.
 *
 * @param to not that moment itself
 */
public record SalesRange(Instant from, Instant to) {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");
  private static final Duration YEAR = Duration.ofDays(366);

  /** In whole quarters of an hour, at most 366 days; else ends in a request error. */
  public static SalesRange ofQuarters(OffsetDateTime from, OffsetDateTime to) {
    SalesRange range = of(from, to, YEAR);
    return new SalesRange(quarter(range.from), quarter(range.to.plus(QUARTER).minusNanos(1)));
  }

  /** As given, at most so long; else ends in a request error. */
  static SalesRange of(OffsetDateTime from, OffsetDateTime to, Duration longest) {
    if (from.toInstant().isBefore(FIRST) || to.toInstant().isAfter(LAST)) {
      throw RequestException.badUserInput("from and to must be of the years 2000 to 2999.");
    }
    if (!from.isBefore(to)) {
      throw RequestException.badUserInput("to must be after from.");
    }
    if (Duration.between(from, to).compareTo(longest) > 0) {
      throw RequestException.badUserInput(
          "to must be at most %d days after from.".formatted(longest.toDays()));
    }
    return new SalesRange(from.toInstant(), to.toInstant());
  }

  /** When each period begins that has a part in this range, and when the last one ends. */
  List<Instant> cut(SalesUnit unit, ZoneId zone) {
    List<Instant> cuts = new ArrayList<>();
    ZonedDateTime begin = unit.begin(from.atZone(zone));
    while (begin.toInstant().isBefore(to)) {
      cuts.add(begin.toInstant());
      begin = unit.next(begin);
    }
    cuts.add(begin.toInstant());
    return cuts;
  }

  private static Instant quarter(Instant time) {
    long seconds = time.truncatedTo(ChronoUnit.SECONDS).getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, QUARTER.toSeconds()));
  }
}
