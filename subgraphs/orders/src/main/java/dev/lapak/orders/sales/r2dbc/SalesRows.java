package dev.lapak.orders.sales.r2dbc;

import static dev.lapak.orders.order.r2dbc.OrderRows.get;
import static dev.lapak.orders.order.r2dbc.OrderRows.text;

import dev.lapak.orders.sales.Sales;
import dev.lapak.platform.money.Money;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.Currency;

/** What a row of sums says. */
final class SalesRows {

  /** Sums over rows of {@code sales}, as {@link #sales} reads them. */
  static final String SUMS =
      """
      currency, sum(orders)::int AS orders, sum(units) AS units, sum(paid) AS paid, \
      sum(cancelled_orders)::int AS cancelled_orders, sum(cancelled_units) AS cancelled_units, \
      sum(cancelled) AS cancelled""";

  private SalesRows() {}

  static Sales sales(Readable row) {
    Currency currency = Currency.getInstance(text(row, "currency"));
    return new Sales(
        get(row, "orders", Integer.class),
        get(row, "units", BigDecimal.class),
        new Money(get(row, "paid", BigDecimal.class), currency),
        get(row, "cancelled_orders", Integer.class),
        get(row, "cancelled_units", BigDecimal.class),
        new Money(get(row, "cancelled", BigDecimal.class), currency));
  }
}
