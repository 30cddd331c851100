package dev.lapak.orders.order.graphql;

import dev.lapak.orders.order.Move;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderLine;
import dev.lapak.orders.order.Orders;
import dev.lapak.platform.viewer.Viewer;
import java.time.Clock;
import java.util.List;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** What of an order is not in its row, or depends on who asks. */
@Controller
class OrderFields {

  private final Orders orders;
  private final Clock clock;

  OrderFields(Orders orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  @SchemaMapping
  List<Move> allowedActions(Order order, @ContextValue Viewer viewer) {
    return order.allowedActions(viewer, clock.instant());
  }

  @SchemaMapping
  User buyer(Order order) {
    return new User(order.buyerId());
  }

  @SchemaMapping
  Seller seller(Order order) {
    return new Seller(order.sellerId());
  }

  @BatchMapping
  Flux<List<OrderLine>> lines(List<Order> of) {
    return orders
        .lines(of.stream().map(Order::id).toList())
        .flatMapIterable(
            lines -> of.stream().map(order -> lines.getOrDefault(order.id(), List.of())).toList());
  }

  @SchemaMapping
  Product product(OrderLine line) {
    return new Product(line.productId());
  }
}
