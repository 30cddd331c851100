package dev.lapak.orders.sales.r2dbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** For how long a sum is, in UTC; the longest first. */
enum Grain {
  MONTH(time -> time.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS), time -> time.plusMonths(1)),
  DAY(time -> time.truncatedTo(ChronoUnit.DAYS), time -> time.plusDays(1)),
  HOUR(time -> time.truncatedTo(ChronoUnit.HOURS), time -> time.plusHours(1)),
  QUARTER(
      time -> time.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute() / 15 * 15),
      time -> time.plusMinutes(15));

  private final UnaryOperator<OffsetDateTime> begin;
  private final UnaryOperator<OffsetDateTime> next;

  Grain(UnaryOperator<OffsetDateTime> begin, UnaryOperator<OffsetDateTime> next) {
    this.begin = begin;
    this.next = next;
  }

  /** The longest of which all that lies between two of these times is made. */
  static Grain of(List<Instant> cuts) {
    return Arrays.stream(values())
        .filter(grain -> cuts.stream().allMatch(cut -> grain.floor(cut).equals(cut)))
        .findFirst()
        .orElse(QUARTER);
  }

  /** When the one begins that a time is in. */
  Instant floor(Instant time) {
    return begin.apply(time.atOffset(ZoneOffset.UTC)).toInstant();
  }

  /** When the first one begins that is not before a time. */
  Instant ceiling(Instant time) {
    Instant floor = floor(time);
    return floor.equals(time) ? time : next.apply(floor.atOffset(ZoneOffset.UTC)).toInstant();
  }
}
