package dev.lapak.orders.order;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list, in which order.
 *
 * @param status only these; none if empty
 */
public record OrderList(Whose whose, Set<OrderStatus> status, OrderFilter filter, OrderSort sort) {

  public OrderList {
    status = Set.copyOf(status);
  }

  /**
   * @param status beside the filter's own; any if there are none
   */
  public static OrderList of(
      Whose whose,
      @Nullable List<OrderStatus> status,
      @Nullable OrderFilter filter,
      OrderSort sort) {
    OrderFilter parts = filter == null ? OrderFilter.NONE : filter;
    Set<OrderStatus> both = anyIfNone(status);
    both.retainAll(anyIfNone(parts.status()));
    return new OrderList(whose, both, parts, sort);
  }

  private static Set<OrderStatus> anyIfNone(@Nullable List<OrderStatus> status) {
    return status == null || status.isEmpty()
        ? EnumSet.allOf(OrderStatus.class)
        : EnumSet.copyOf(status);
  }

  /** Names the list, so that a cursor is not taken for another one's. */
  public String name() {
    return "orders " + whose + " " + status.stream().sorted().toList() + " " + filter + " " + sort;
  }
}
