package dev.lapak.inventory.reservation.graphql;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** When a reservation ends, as it is asked for. */
final class Expiry {

  private Expiry() {}

  /**
   * To the millisecond, since answers say no more: who goes on from a reservation's place in a list
   * must name exactly that place.
   */
  static OffsetDateTime of(OffsetDateTime asked) {
    return asked.truncatedTo(ChronoUnit.MILLIS);
  }
}
