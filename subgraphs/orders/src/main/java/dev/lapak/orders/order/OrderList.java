package dev.lapak.orders.order;

import java.util.Set;
import java.util.UUID;

/**
 * Whose orders to list, and which.
 *
 * @param party whether {@code of} is a buyer or a seller
 * @param status only these; all if empty
 */
public record OrderList(Party party, UUID of, Set<OrderStatus> status) {

  public OrderList {
    status = Set.copyOf(status);
  }

  /** Names the list, so that a cursor is not taken for another one's. */
  public String name() {
    return "orders " + party + " " + of + " " + status.stream().sorted().toList();
  }
}
