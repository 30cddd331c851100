package dev.lapak.orders.order;

import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.PageRequest;
import reactor.core.publisher.Mono;

/** Orders, a page at a time. */
public interface OrderLists {

  /**
   * What an order is listed by never changes, so one that stays in the list is seen once, whatever
   * comes, changes or goes meanwhile.
   */
  Mono<Connection<Order>> page(OrderList list, PageRequest page);
}
