package dev.lapak.orders.sales;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What was sold in a range of time, in one currency.
 *
 * @param total of all periods
 * @param periods without a gap
 */
public record SalesSeries(Currency currency, Sales total, List<SalesPeriod> periods) {

  public SalesSeries {
    periods = List.copyOf(periods);
  }

  /**
   * @param cuts when each period begins, and when the last one ends
   * @param sums by the index of the period; of one in which nothing was sold there is none
   */
  static SalesSeries of(Currency currency, List<Instant> cuts, Map<Integer, Sales> sums) {
    Sales none = Sales.none(currency);
    List<SalesPeriod> periods =
        IntStream.range(0, cuts.size() - 1)
            .mapToObj(
                i ->
                    new SalesPeriod(
                        utc(cuts.get(i)), utc(cuts.get(i + 1)), sums.getOrDefault(i, none)))
            .toList();
    Sales total = sums.values().stream().reduce(none, Sales::plus);
    return new SalesSeries(currency, total, periods);
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
