package dev.lapak.orders.order;

import dev.lapak.platform.money.Money;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What one checkout made: an order per seller. */
public record Purchase(UUID id, OffsetDateTime createdAt, List<Order> orders) {

  public Purchase {
    orders = List.copyOf(orders);
  }

  /**
   * @param orders of one purchase, at least one
   */
  public static Purchase of(List<Order> orders) {
    Order first = orders.getFirst();
    return new Purchase(first.purchaseId(), first.createdAt(), orders);
  }

  /** The sum of the orders, per currency. */
  public List<Money> totals() {
    return Money.sums(orders.stream().map(Order::total));
  }
}
