package dev.lapak.orders.sales;

import dev.lapak.platform.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What was sold, in one currency.
 *
 * @param orders that were paid
 * @param units how many pieces were in them
 * @param cancelledOrders that were cancelled after they had been paid
 */
public record Sales(
    int orders,
    BigDecimal units,
    Money paid,
    int cancelledOrders,
    BigDecimal cancelledUnits,
    Money cancelled) {

  static Sales none(Currency currency) {
    return new Sales(
        0, BigDecimal.ZERO, Money.zero(currency), 0, BigDecimal.ZERO, Money.zero(currency));
  }

  Sales plus(Sales other) {
    return new Sales(
        orders + other.orders,
        units.add(other.units),
        paid.plus(other.paid),
        cancelledOrders + other.cancelledOrders,
        cancelledUnits.add(other.cancelledUnits),
        cancelled.plus(other.cancelled));
  }

  /** Paid less cancelled. */
  public Money net() {
    BigDecimal less = paid.amount().subtract(cancelled.amount());
    return new Money(less, paid.currency());
  }
}
