package dev.lapak.orders.order.r2dbc;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderSort;
import dev.lapak.platform.page.Cursor;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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
  Object[] values(List<String> keys) {
    if (keys.size() != (isByTotal() ? 3 : 2)) {
      throw Cursor.foreign();
    }
    UUID id = id(keys.getLast());
    return isByTotal()
        ? new Object[] {keys.getFirst(), amount(keys.get(1)), id}
        : new Object[] {time(keys.getFirst()), id};
  }

  private static BigDecimal amount(String key) {
    if (!AMOUNT.matcher(key).matches()) {
      throw Cursor.foreign();
    }
    return new BigDecimal(key);
  }

  private static OffsetDateTime time(String key) {
    try {
      return OffsetDateTime.parse(key);
    } catch (DateTimeException e) {
      throw Cursor.foreign();
    }
  }

  private static UUID id(String key) {
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      throw Cursor.foreign();
    }
  }
}
