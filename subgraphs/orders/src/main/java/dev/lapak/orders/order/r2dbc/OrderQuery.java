package dev.lapak.orders.order.r2dbc;

import dev.lapak.orders.order.OrderFilter;
import dev.lapak.orders.order.OrderFilter.TotalRange;
import dev.lapak.orders.order.OrderList;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Whose;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * A statement over orders with what is bound to it, as it grows; few forms, so that each is
 * prepared once.
 */
final class OrderQuery {

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /**
   * @param text with a {@code %s} for each value
   */
  OrderQuery add(String text, Object... bound) {
    String[] places = new String[bound.length];
    for (int i = 0; i < bound.length; i++) {
      values.add(bound[i]);
      places[i] = "$" + values.size();
    }
    sql.append(text.formatted((Object[]) places));
    return this;
  }

  static String[] names(OrderList list) {
    return list.status().stream().sorted().map(OrderStatus::name).toArray(String[]::new);
  }

  /** What the list is narrowed to, but for the status. */
  OrderQuery addFilter(OrderList list) {
    switch (list.whose()) {
      case Whose.Everybody() -> {}
      case Whose.Buyer(UUID buyer) -> add(" AND buyer_id = %s", buyer);
      case Whose.Seller(UUID seller) -> add(" AND seller_id = %s", seller);
    }
    OrderFilter filter = list.filter();
    if (filter.buyerId() != null) {
      add(" AND buyer_id = %s", filter.buyerId());
    }
    if (filter.sellerId() != null) {
      add(" AND seller_id = %s", filter.sellerId());
    }
    if (filter.number() != null) {
      add(" AND number = %s", filter.number());
    }
    if (filter.placedFrom() != null) {
      add(" AND created_at >= %s", filter.placedFrom());
    }
    if (filter.placedBefore() != null) {
      add(" AND created_at < %s", filter.placedBefore());
    }
    if (filter.total() != null) {
      addWithin(filter.total());
    }
    return this;
  }

  private void addWithin(TotalRange range) {
    add(" AND currency = %s", range.currency().getCurrencyCode());
    if (range.min() != null) {
      add(" AND total >= %s", range.min());
    }
    if (range.max() != null) {
      add(" AND total <= %s", range.max());
    }
  }

  GenericExecuteSpec statement(DatabaseClient database) {
    GenericExecuteSpec statement = database.sql(sql.toString());
    for (int i = 0; i < values.size(); i++) {
      statement = statement.bind(i, values.get(i));
    }
    return statement;
  }
}
