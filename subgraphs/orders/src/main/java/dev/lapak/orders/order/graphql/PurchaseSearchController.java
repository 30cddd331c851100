package dev.lapak.orders.order.graphql;

import dev.lapak.orders.order.Orders;
import dev.lapak.orders.order.Purchase;
import dev.lapak.platform.viewer.Viewer;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** How an admin finds out what became of a checkout. */
@Controller
class PurchaseSearchController {

  private final Orders orders;

  PurchaseSearchController(Orders orders) {
    this.orders = orders;
  }

  @QueryMapping
  Mono<Purchase> purchaseByKey(
      @Argument UUID buyerId, @Argument String key, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    return orders.findPurchase(buyerId, key);
  }

  @QueryMapping
  Mono<Purchase> purchaseByReservation(@Argument UUID reservationId, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    return orders.findPurchase(reservationId);
  }
}
