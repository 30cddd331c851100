package dev.lapak.orders.payment.graphql;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.payment.Payment;
import dev.lapak.orders.payment.PaymentList;
import dev.lapak.orders.payment.PaymentLists;
import dev.lapak.orders.payment.PaymentMethod;
import dev.lapak.orders.payment.PaymentPage;
import dev.lapak.orders.payment.PaymentStatus;
import dev.lapak.orders.payment.Payments;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payments by id, by order and listed. */
@Controller
class PaymentController {

  private final Payments payments;
  private final PaymentLists lists;
  private final Orders orders;

  PaymentController(Payments payments, PaymentLists lists, Orders orders) {
    this.payments = payments;
    this.lists = lists;
    this.orders = orders;
  }

  @QueryMapping
  Mono<Payment> payment(@Argument UUID id, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return payments.find(id, viewer);
  }

  @QueryMapping
  Mono<Connection<Payment>> payments(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable PaymentStatus status,
      @Argument @Nullable PaymentMethod method,
      @Argument @Nullable UUID orderId,
      @ContextValue Viewer viewer) {
    viewer.requireUser();
    PaymentList list =
        new PaymentList(viewer.isAdmin() ? null : viewer.requireSeller(), status, method, orderId);
    PageRequest page = PageRequest.of(first, after, list.name());
    return lists
        .page(list, page)
        .map(
            rows ->
                Connection.of(
                    rows,
                    page,
                    payment -> Cursor.of(list.name(), payment.id()),
                    lists.count(list)));
  }

  @SchemaMapping(typeName = "PaymentConnection")
  Mono<Integer> totalCount(Connection<Payment> connection) {
    return connection.totalCount();
  }

  @BatchMapping(typeName = "Order", field = "payments")
  Flux<List<Payment>> paymentsOfOrders(List<Order> of) {
    return payments
        .of(of.stream().map(Order::id).toList())
        .flatMapIterable(
            found -> of.stream().map(order -> found.getOrDefault(order.id(), List.of())).toList());
  }

  @BatchMapping
  Mono<Map<Payment, Order>> order(List<Payment> of, @ContextValue Viewer viewer) {
    return orders
        .find(of.stream().map(Payment::orderId).distinct().toList(), viewer)
        .collect(Collectors.toMap(Order::id, Function.identity()))
        .map(
            found ->
                of.stream()
                    .filter(payment -> found.containsKey(payment.orderId()))
                    .collect(
                        Collectors.toMap(
                            Function.identity(), payment -> found.get(payment.orderId()))));
  }

  /** For who pays, alone. */
  @SchemaMapping
  @Nullable PaymentPage page(Payment payment, @ContextValue Viewer viewer) {
    return viewer.is(payment.buyerId()) && payment.status() == PaymentStatus.PENDING
        ? payment.page()
        : null;
  }
}
