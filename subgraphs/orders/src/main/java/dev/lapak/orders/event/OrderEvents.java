package dev.lapak.orders.event;

import dev.lapak.platform.outbox.EventHistory;

/** Reads events that have their position. */
public interface OrderEvents {

  EventHistory<OrderEvent> matching(EventFilter filter);
}
