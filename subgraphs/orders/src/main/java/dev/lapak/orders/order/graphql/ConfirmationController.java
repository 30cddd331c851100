package dev.lapak.orders.order.graphql;

import dev.lapak.orders.order.Confirmations;
import dev.lapak.orders.order.Confirmations.Part;
import dev.lapak.orders.order.Order;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.viewer.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What waits to be confirmed, and what was: a seller's own, for admins everybody's. */
@Controller
class ConfirmationController {

  private final Confirmations confirmations;

  ConfirmationController(Confirmations confirmations) {
    this.confirmations = confirmations;
  }

  @QueryMapping
  Mono<Connection<Order>> confirmationQueue(
      @Argument int first, @Argument @Nullable String after, @ContextValue Viewer viewer) {
    return page(Part.QUEUE, first, after, viewer);
  }

  @QueryMapping
  Mono<Connection<Order>> confirmedOrders(
      @Argument int first, @Argument @Nullable String after, @ContextValue Viewer viewer) {
    return page(Part.HISTORY, first, after, viewer);
  }

  private Mono<Connection<Order>> page(
      Part part, int first, @Nullable String after, Viewer viewer) {
    UUID seller = viewer.isAdmin() ? null : viewer.requireSeller();
    String name = Confirmations.name(part, seller);
    return confirmations.page(part, seller, PageRequest.of(first, after, name));
  }
}
