package dev.lapak.products.product.r2dbc;

import dev.lapak.platform.money.Money;
import dev.lapak.products.product.ProductFacets.PriceCount;
import dev.lapak.products.product.ProductFilter.PriceRange;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ranges that suit all currencies: from 0.01 on they begin at 1, 2 or 5 times a power of ten. */
final class PriceRanges {

  /** The least that two prices can differ by. */
  private static final BigDecimal STEP = new BigDecimal("0.0001");

  /** Where ranges begin, and the last one ends. */
  private static final List<BigDecimal> BEGINNINGS =
      Stream.concat(
              Stream.of(STEP),
              IntStream.rangeClosed(-2, 9)
                  .boxed()
                  .flatMap(
                      power ->
                          Stream.of(1, 2, 5)
                              .map(i -> BigDecimal.valueOf(i).scaleByPowerOfTen(power))))
          .filter(beginning -> beginning.compareTo(BigDecimal.TEN.pow(9)) <= 0)
          .toList();

  /** The number of a price's range, from 1 on. */
  static final String SQL =
      "width_bucket(products.price, '{%s}'::numeric[])"
          .formatted(
              BEGINNINGS.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",")));

  private PriceRanges() {}

  /** From where the range of the lowest price begins to where that of the highest one ends. */
  static PriceRange whole(PriceRange prices) {
    BigDecimal min = prices.min();
    BigDecimal max = prices.max();
    return new PriceRange(
        prices.currency(),
        min == null
            ? null
            : BEGINNINGS.reversed().stream()
                .filter(beginning -> beginning.compareTo(min) <= 0)
                .findFirst()
                .orElse(min),
        max == null
            ? null
            : BEGINNINGS.stream()
                .filter(beginning -> beginning.compareTo(max) > 0)
                .findFirst()
                .map(beginning -> beginning.subtract(STEP))
                .orElse(max));
  }

  static PriceCount count(int range, Currency currency, int count) {
    return new PriceCount(
        new Money(BEGINNINGS.get(range - 1), currency),
        new Money(BEGINNINGS.get(range).subtract(STEP), currency),
        count);
  }
}
