package dev.lapak.orders.cancellation;

import dev.lapak.orders.order.Move;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderMoves;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.order.Party;
import dev.lapak.orders.order.Reason;
import dev.lapak.orders.payment.Payments;
import dev.lapak.platform.outbox.Outbox;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Ends orders before their goods are sent. */
@Service
public class Cancellation {

  private final Orders orders;
  private final OrderMoves moves;
  private final Payments payments;
  private final TransactionalOperator transaction;
  private final Outbox outbox;

  Cancellation(
      Orders orders,
      OrderMoves moves,
      Payments payments,
      TransactionalOperator transaction,
      Outbox outbox) {
    this.orders = orders;
    this.moves = moves;
    this.payments = payments;
    this.transaction = transaction;
    this.outbox = outbox;
  }

  /** Cancelling a cancelled order changes nothing. */
  public Mono<Outcome<Order, CancelOrderError>> cancel(UUID orderId, Reason reason, Viewer viewer) {
    if (reason.isTooLong()) {
      return Mono.just(Outcome.refused(CancelOrderError.REASON_TOO_LONG));
    }
    return orders
        .find(orderId, viewer)
        .flatMap(
            order ->
                reason.isGiven() || !needsReason(order, viewer)
                    ? cancel(order, reason, viewer)
                    : Mono.just(
                        Outcome.<Order, CancelOrderError>refused(CancelOrderError.REASON_MISSING)))
        .defaultIfEmpty(Outcome.refused(CancelOrderError.NOT_FOUND));
  }

  private static boolean needsReason(Order order, Viewer viewer) {
    return order.actingAs(Move.CANCEL, viewer).filter(party -> party != Party.BUYER).isPresent();
  }

  private Mono<Outcome<Order, CancelOrderError>> cancel(Order order, Reason reason, Viewer viewer) {
    return moves
        .make(Move.CANCEL, order.id(), viewer, reason.orNull())
        .flatMap(this::owed)
        .as(transaction::transactional)
        .doOnNext(moved -> outbox.wake())
        .map(Outcome::<Order, CancelOrderError>done)
        .switchIfEmpty(Mono.defer(() -> orders.find(order.id(), viewer).map(this::unmoved)));
  }

  private Mono<Order> owed(Order cancelled) {
    return cancelled.paidAt() == null
        ? Mono.just(cancelled)
        : payments.owe(cancelled.id()).thenReturn(cancelled);
  }

  private Outcome<Order, CancelOrderError> unmoved(Order order) {
    return order.status() == OrderStatus.CANCELLED
        ? Outcome.done(order)
        : Outcome.refused(CancelOrderError.wrongStatus(order.status()));
  }
}
