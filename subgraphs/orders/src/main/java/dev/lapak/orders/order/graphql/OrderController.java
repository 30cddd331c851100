package dev.lapak.orders.order.graphql;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.order.Purchase;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders and purchases by id. */
@Controller
class OrderController {

  private final Orders orders;

  OrderController(Orders orders) {
    this.orders = orders;
  }

  @QueryMapping
  Mono<Order> order(@Argument UUID id, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return orders.find(id, viewer);
  }

  @QueryMapping
  Mono<Purchase> purchase(@Argument UUID id, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return orders.findPurchases(List.of(id), viewer).singleOrEmpty();
  }

  @EntityMapping("Order")
  Mono<List<@Nullable Order>> orderEntities(
      @Argument List<UUID> idList, @ContextValue Viewer viewer) {
    return inOrder(idList, orders.find(idList, viewer), Order::id);
  }

  @EntityMapping("Purchase")
  Mono<List<@Nullable Purchase>> purchaseEntities(
      @Argument List<UUID> idList, @ContextValue Viewer viewer) {
    return inOrder(idList, orders.findPurchases(idList, viewer), Purchase::id);
  }

  /** Only to hang the orders on: whether there is such a user is not known here. */
  @EntityMapping("User")
  List<User> userEntities(@Argument List<UUID> idList) {
    return idList.stream().map(User::new).toList();
  }

  private static <T> Mono<List<@Nullable T>> inOrder(
      List<UUID> ids, Flux<T> found, Function<T, UUID> id) {
    return found
        .collect(Collectors.toMap(id, Function.identity()))
        .map(byId -> ids.stream().<@Nullable T>map(byId::get).toList());
  }
}
