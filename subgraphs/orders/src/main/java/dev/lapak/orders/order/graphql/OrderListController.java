package dev.lapak.orders.order.graphql;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderFilter;
import dev.lapak.orders.order.OrderList;
import dev.lapak.orders.order.OrderLists;
import dev.lapak.orders.order.OrderSort;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Whose;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** A buyer's, a seller's and everybody's orders. */
@Controller
class OrderListController {

  private final OrderLists lists;

  OrderListController(OrderLists lists) {
    this.lists = lists;
  }

  @QueryMapping
  Mono<Connection<Order>> myOrders(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable List<OrderStatus> status,
      @Argument @Nullable OrderFilter filter,
      @Argument OrderSort sort,
      @ContextValue Viewer viewer) {
    Whose mine = new Whose.Buyer(viewer.requireUser());
    return page(mine, status, filter, sort, first, after);
  }

  @QueryMapping
  Mono<Connection<Order>> sellerOrders(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable List<OrderStatus> status,
      @Argument @Nullable OrderFilter filter,
      @Argument OrderSort sort,
      @ContextValue Viewer viewer) {
    Whose mine = new Whose.Seller(viewer.requireSeller());
    return page(mine, status, filter, sort, first, after);
  }

  @QueryMapping
  Mono<Connection<Order>> orders(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable OrderFilter filter,
      @Argument OrderSort sort,
      @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    return page(new Whose.Everybody(), null, filter, sort, first, after);
  }

  @SchemaMapping(typeName = "User", field = "orders")
  Mono<Connection<Order>> ordersOfUser(
      User user,
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable List<OrderStatus> status,
      @Argument @Nullable OrderFilter filter,
      @Argument OrderSort sort,
      @ContextValue Viewer viewer) {
    return viewer.is(user.id()) || viewer.isAdmin()
        ? page(new Whose.Buyer(user.id()), status, filter, sort, first, after)
        : Mono.empty();
  }

  @SchemaMapping(typeName = "OrderConnection")
  Mono<Integer> totalCount(Connection<Order> connection) {
    return connection.totalCount();
  }

  private Mono<Connection<Order>> page(
      Whose whose,
      @Nullable List<OrderStatus> status,
      @Nullable OrderFilter filter,
      OrderSort sort,
      int first,
      @Nullable String after) {
    OrderList list = OrderList.of(whose, status, filter, sort);
    return lists.page(list, PageRequest.of(first, after, list.name()));
  }
}
