package dev.lapak.local.replay;

import java.util.List;

/**
 * What became of an invoice.
 *
 * @param key of the checkout
 * @param cancelled whether its buyer cancelled all of its orders
 */
record Purchase(
    Invoice invoice,
    Customer buyer,
    String key,
    String id,
    List<String> orders,
    Mischief mischief,
    boolean cancelled) {

  Purchase {
    orders = List.copyOf(orders);
  }
}
