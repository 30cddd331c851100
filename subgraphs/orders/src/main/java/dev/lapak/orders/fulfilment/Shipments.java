package dev.lapak.orders.fulfilment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Shipments as they are stored. Who may see them is the order's matter. */
public interface Shipments {

  /** Those of these orders that were sent. */
  Mono<Map<UUID, Shipment>> of(Collection<UUID> orders);

  default Mono<Shipment> of(UUID order) {
    return of(List.of(order)).mapNotNull(found -> found.get(order));
  }

  /** Notes how an order's goods were sent, once. */
  Mono<Long> add(UUID order, Parcel parcel);
}
