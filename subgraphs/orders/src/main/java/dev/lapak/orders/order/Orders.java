package dev.lapak.orders.order;

import dev.lapak.platform.viewer.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads orders. What the viewer may not see is as if it were not there. */
public interface Orders {

  /** Those of these that are there, in any order. */
  Flux<Order> find(Collection<UUID> ids, Viewer viewer);

  /** The order itself, where no person asks. */
  Mono<Order> get(UUID id);

  default Mono<Order> find(UUID id, Viewer viewer) {
    return find(List.of(id), viewer).singleOrEmpty();
  }

  /** Those of these that are there, in any order, for their buyer and admins. */
  Flux<Purchase> findPurchases(Collection<UUID> ids, Viewer viewer);

  /** For admins: what a buyer bought under that key. */
  Mono<Purchase> findPurchase(UUID buyer, String key);

  /** For admins: what that stock is held for. */
  Mono<Purchase> findPurchase(UUID reservation);

  /** Which of these reservations are an order's. */
  Flux<UUID> reservedFor(Collection<UUID> reservations);

  /** What was told along with each of these purchases. */
  Mono<Map<UUID, Remarks>> remarks(Collection<UUID> purchases);

  /** The lines of each of these orders. */
  Mono<Map<UUID, List<OrderLine>>> lines(Collection<UUID> orders);
}
