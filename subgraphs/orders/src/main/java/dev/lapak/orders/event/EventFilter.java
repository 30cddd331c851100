package dev.lapak.orders.event;

import java.util.UUID;

/** Which events. */
public sealed interface EventFilter {

  boolean matches(OrderEvent event);

  /** Everybody's. */
  record All() implements EventFilter {
    @Override
    public boolean matches(OrderEvent event) {
      return true;
    }
  }

  /** Of what somebody bought. */
  record OfBuyer(UUID buyerId) implements EventFilter {
    @Override
    public boolean matches(OrderEvent event) {
      return event.buyerId().equals(buyerId);
    }
  }

  /** Of what somebody sold. */
  record OfSeller(UUID sellerId) implements EventFilter {
    @Override
    public boolean matches(OrderEvent event) {
      return event.sellerId().equals(sellerId);
    }
  }

  /** Of one order. */
  record OfOrder(UUID orderId) implements EventFilter {
    @Override
    public boolean matches(OrderEvent event) {
      return event.orderId().equals(orderId);
    }
  }
}
