package dev.lapak.orders.sales.r2dbc;

import dev.lapak.orders.sales.SalesRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** The rows of {@code sales} that make up a range: days where they are whole, quarters around. */
record RangeParts(List<Part> parts) {

  private record Part(String grain, Instant from, Instant to) {

    boolean isEmpty() {
      return !from.isBefore(to);
    }
  }

  static RangeParts of(SalesRange range) {
    Instant firstDay =
        range.from().plus(1, ChronoUnit.DAYS).minusNanos(1).truncatedTo(ChronoUnit.DAYS);
    Instant lastDay = range.to().truncatedTo(ChronoUnit.DAYS);
    Stream<Part> parts =
        firstDay.isBefore(lastDay)
            ? Stream.of(
                new Part("QUARTER", range.from(), firstDay),
                new Part("DAY", firstDay, lastDay),
                new Part("QUARTER", lastDay, range.to()))
            : Stream.of(new Part("QUARTER", range.from(), range.to()));
    return new RangeParts(parts.filter(part -> !part.isEmpty()).toList());
  }

  String[] grains() {
    return parts.stream().map(Part::grain).toArray(String[]::new);
  }

  String[] froms() {
    return parts.stream().map(part -> part.from().toString()).toArray(String[]::new);
  }

  String[] tos() {
    return parts.stream().map(part -> part.to().toString()).toArray(String[]::new);
  }
}
