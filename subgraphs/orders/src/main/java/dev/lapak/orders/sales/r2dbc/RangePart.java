package dev.lapak.orders.sales.r2dbc;

import dev.lapak.orders.sales.SalesRange;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Sums of one grain that are a part of a range. */
record RangePart(Grain grain, Instant from, Instant to) {

  private static final List<Grain> GRAINS = List.of(Grain.MONTH, Grain.DAY, Grain.QUARTER);

  /**
   * All that a range is made of: months where they are whole, days around them, quarters around
   * those.
   */
  static List<RangePart> of(SalesRange range) {
    return parts(range.from(), range.to(), GRAINS).toList();
  }

  private static Stream<RangePart> parts(Instant from, Instant to, List<Grain> grains) {
    if (!from.isBefore(to)) {
      return Stream.empty();
    }
    Grain grain = grains.getFirst();
    if (grains.size() == 1) {
      return Stream.of(new RangePart(grain, from, to));
    }
    List<Grain> shorter = grains.subList(1, grains.size());
    Instant first = grain.ceiling(from);
    Instant last = grain.floor(to);
    return first.isBefore(last)
        ? Stream.of(
                parts(from, first, shorter),
                Stream.of(new RangePart(grain, first, last)),
                parts(last, to, shorter))
            .flatMap(part -> part)
        : parts(from, to, shorter);
  }
}
