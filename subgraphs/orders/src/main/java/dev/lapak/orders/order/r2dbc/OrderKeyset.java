package dev.lapak.orders.order.r2dbc;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderSort;
import dev.lapak.platform.page.Cursor;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** By what a list is sorted; the id is last, so that no two orders are in the same place. */
enum OrderKeyset {
  NEWEST("created_at DESC, id DESC", "(created_at, id) < (%s, %s)"),
  OLDEST("created_at, id", "(created_at, id) > (%s, %s)"),
  TOTAL_ASC("currency, total, id", "(currency, total, id) > (%s, %s, %s)"),
  TOTAL_DESC("currency DESC, total DESC, id DESC", "(currency, total, id) < (%s, %s, %s)");

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");

  final String order;
  final String after;

  OrderKeyset(String order, String after) {
    this.order = order;
    this.after = after;
  }

  static OrderKeyset of(OrderSort sort) {
    return switch (sort) {
      case NEWEST -> NEWEST;
      case OLDEST -> OLDEST;
      case TOTAL_ASC -> TOTAL_ASC;
      case TOTAL_DESC -> TOTAL_DESC;
    };
  }

  private boolean isByTotal() {
    return this == TOTAL_ASC || this == TOTAL_DESC;
  }

  Object[] keys(Order order) {
    return isByTotal()
        ? new Object[] {order.total().currency(), order.total().amount(), order.id()}
        : new Object[] {order.createdAt(), order.id()};
  }

  /** What a cursor's keys are to the database; clients may have made them up. */
  Object[] values(Cursor after) {
    return isByTotal()
        ? new Object[] {after.keys().getFirst(), amount(after), after.id(2)}
        : new Object[] {after.time(0), after.id(1)};
  }

  private static BigDecimal amount(Cursor after) {
    if (after.keys().size() < 2 || !AMOUNT.matcher(after.keys().get(1)).matches()) {
      throw Cursor.foreign();
    }
    return new BigDecimal(after.keys().get(1));
  }
}
