package dev.lapak.orders.sales;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How long a period of a series is. */
public enum SalesUnit {
  HOUR(31) {
    @Override
    ZonedDateTime begin(ZonedDateTime time) {
      return time.truncatedTo(ChronoUnit.HOURS);
    }

    @Override
    ZonedDateTime next(ZonedDateTime begin) {
      return begin.plusHours(1);
    }
  },

  /** As long as it is where it is: 23 or 25 hours, too. */
  DAY(366) {
    @Override
    ZonedDateTime begin(ZonedDateTime time) {
      return time.toLocalDate().atStartOfDay(time.getZone());
    }

    @Override
    ZonedDateTime next(ZonedDateTime begin) {
      return begin.toLocalDate().plusDays(1).atStartOfDay(begin.getZone());
    }
  };

  private final int maxDays;

  SalesUnit(int maxDays) {
    this.maxDays = maxDays;
  }

  Duration longest() {
    return Duration.ofDays(maxDays);
  }

  /** When the period begins that a time is in. */
  abstract ZonedDateTime begin(ZonedDateTime time);

  /** When the one after it begins. */
  abstract ZonedDateTime next(ZonedDateTime begin);
}
