package dev.lapak.orders.event.graphql;

import dev.lapak.orders.event.LiveOrders;
import dev.lapak.orders.event.OrderEvent;
import dev.lapak.orders.event.OrderScope;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.Orders;
import dev.lapak.platform.viewer.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class EventController {

  private final LiveOrders live;
  private final Orders orders;

  EventController(LiveOrders live, Orders orders) {
    this.live = live;
    this.orders = orders;
  }

  @SubscriptionMapping
  Flux<OrderEvent> orderStatusChanged(
      @Argument UUID orderId, @Argument @Nullable String after, @ContextValue Viewer viewer) {
    return live.order(orderId, after, viewer);
  }

  @SubscriptionMapping
  Flux<OrderEvent> orderEvents(
      @Argument OrderScope scope, @Argument @Nullable String after, @ContextValue Viewer viewer) {
    return live.scope(scope, after, viewer);
  }

  @SchemaMapping
  Mono<Order> order(OrderEvent event, @ContextValue Viewer viewer) {
    return orders.find(event.orderId(), viewer);
  }
}
