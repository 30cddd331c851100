package dev.lapak.orders.order.graphql;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderList;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.order.Party;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** A buyer's and a seller's orders. */
@Controller
class OrderListController {

  private final Orders orders;

  OrderListController(Orders orders) {
    this.orders = orders;
  }

  @QueryMapping
  Mono<Connection<Order>> myOrders(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable List<OrderStatus> status,
      @ContextValue Viewer viewer) {
    return connection(Party.BUYER, viewer.requireUser(), status, first, after);
  }

  @QueryMapping
  Mono<Connection<Order>> sellerOrders(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable List<OrderStatus> status,
      @ContextValue Viewer viewer) {
    return connection(Party.SELLER, viewer.requireSeller(), status, first, after);
  }

  @SchemaMapping(typeName = "User", field = "orders")
  Mono<Connection<Order>> ordersOfUser(
      User user,
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable List<OrderStatus> status,
      @ContextValue Viewer viewer) {
    return viewer.is(user.id()) || viewer.isAdmin()
        ? connection(Party.BUYER, user.id(), status, first, after)
        : Mono.empty();
  }

  @SchemaMapping(typeName = "OrderConnection")
  Mono<Integer> totalCount(Connection<Order> connection) {
    return connection.totalCount();
  }

  private Mono<Connection<Order>> connection(
      Party party, UUID of, @Nullable List<OrderStatus> status, int first, @Nullable String after) {
    OrderList list = new OrderList(party, of, status == null ? Set.of() : Set.copyOf(status));
    PageRequest page = PageRequest.of(first, after, list.name());
    return orders
        .page(list, page)
        .map(
            rows ->
                Connection.of(
                    rows, page, order -> Cursor.of(list.name(), order.id()), orders.count(list)));
  }
}
