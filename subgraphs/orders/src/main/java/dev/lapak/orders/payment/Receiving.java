package dev.lapak.orders.payment;

import dev.lapak.orders.order.Actor;
import dev.lapak.orders.order.Move;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderMoves;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.reservation.Reservations;
import dev.lapak.platform.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Takes money that came for an order, once, whatever the order has become: it pays the order where
 * it can, and is to be refunded where it can't. A transaction moves the order and notes the
 * payment.
 */
@Service
@EnableConfigurationProperties(PaymentProperties.class)
class Receiving {

  /** How often something else may come first. */
  private static final int TRIES = 5;

  private final Orders orders;
  private final OrderMoves moves;
  private final Payments payments;
  private final Reservations reservations;
  private final LateStock lateStock;
  private final TransactionalOperator transaction;
  private final Outbox outbox;
  private final PaymentProperties properties;
  private final Clock clock;

  Receiving(
      Orders orders,
      OrderMoves moves,
      Payments payments,
      Reservations reservations,
      LateStock lateStock,
      TransactionalOperator transaction,
      Outbox outbox,
      PaymentProperties properties,
      Clock clock) {
    this.orders = orders;
    this.moves = moves;
    this.payments = payments;
    this.reservations = reservations;
    this.lateStock = lateStock;
    this.transaction = transaction;
    this.outbox = outbox;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * The same receipt again is the same payment. Ends in {@link
   * dev.lapak.orders.UnavailableException} where inventory does not answer: nothing was noted then.
   *
   * @return nothing if there is no such order
   */
  Mono<Received> receive(UUID orderId, Receipt receipt, Actor actor, @Nullable String reason) {
    return receive(orderId, receipt, actor, reason, TRIES).doOnNext(received -> outbox.wake());
  }

  private Mono<Received> receive(
      UUID orderId, Receipt receipt, Actor actor, @Nullable String reason, int left) {
    return orders
        .get(orderId)
        .flatMap(
            order ->
                payments
                    .noted(order, receipt)
                    // What noted it may have moved the order since it was read.
                    .flatMap(payment -> orders.get(orderId).map(now -> new Received(now, payment)))
                    .switchIfEmpty(Mono.defer(() -> decide(order, receipt, actor, reason)))
                    .switchIfEmpty(
                        Mono.defer(
                            () ->
                                left > 0
                                    ? receive(orderId, receipt, actor, reason, left - 1)
                                    : Mono.error(new IllegalStateException("no end of it")))));
  }

  /** Nothing where something else came first. */
  private Mono<Received> decide(
      Order order, Receipt receipt, Actor actor, @Nullable String reason) {
    return switch (order.status()) {
      case PENDING_PAYMENT, PAYMENT_REVIEW -> pay(order, receipt, actor, reason);
      case EXPIRED ->
          lateStock
              .reserve(order, receipt)
              .flatMap(
                  lease ->
                      lease.isPresent()
                          ? reinstated(order, lease.get(), receipt, actor, reason)
                          : owe(order, receipt));
      case PAID, PROCESSING, SHIPPED, DELIVERED, COMPLETED ->
          payments
              .isSettled(order.id())
              .flatMap(settled -> settled ? owe(order, receipt) : replace(order, receipt));
      case CANCELLED -> owe(order, receipt);
    };
  }

  /** A provider took back what had paid it, and it is paid anew. */
  private Mono<Received> replace(Order order, Receipt receipt) {
    return payments
        .note(order, receipt, PaymentStatus.SETTLED)
        .map(payment -> new Received(order, payment));
  }

  private Mono<Received> pay(Order order, Receipt receipt, Actor actor, @Nullable String reason) {
    return reservations
        .extend(List.of(order.reservationId()), clock.instant().plus(properties.reviewLease()))
        .flatMap(held -> held ? paid(order, receipt, actor, reason) : lapsed(order, receipt));
  }

  private Mono<Received> paid(Order order, Receipt receipt, Actor actor, @Nullable String reason) {
    Move move = actor instanceof Actor.Person ? Move.MARK_PAID : Move.RECEIVE_PAYMENT;
    return moves
        .make(move, order.id(), actor, reason)
        .flatMap(moved -> settled(moved, receipt))
        .as(transaction::transactional)
        .onErrorResume(Overtaken.class, overtaken -> Mono.empty());
  }

  /** Where it is not known whether this was written, the stock is kept for it. */
  private Mono<Received> reinstated(
      Order order, LateStock.Lease lease, Receipt receipt, Actor actor, @Nullable String reason) {
    return moves
        .reinstate(order.id(), actor, lease.reservation(), lease.until(), reason)
        .flatMap(moved -> settled(moved, receipt))
        .as(transaction::transactional)
        .onErrorResume(Overtaken.class, overtaken -> Mono.empty())
        .switchIfEmpty(Mono.defer(() -> lateStock.release(order.id(), lease).then(Mono.empty())));
  }

  private Mono<Received> settled(Order paid, Receipt receipt) {
    return payments
        .note(paid, receipt, PaymentStatus.SETTLED)
        .switchIfEmpty(Mono.error(Overtaken::new))
        .map(payment -> new Received(paid, payment));
  }

  /** Its stock is gone: it expired, noted or not. */
  private Mono<Received> lapsed(Order order, Receipt receipt) {
    return order.status() == OrderStatus.PENDING_PAYMENT && order.isOverdue(clock.instant())
        ? moves.make(Move.EXPIRE, order.id(), Actor.Machine.TIME, null).then(Mono.empty())
        : owe(order, receipt);
  }

  private Mono<Received> owe(Order order, Receipt receipt) {
    return payments
        .note(order, receipt, PaymentStatus.REFUND_DUE)
        .map(payment -> new Received(order, payment));
  }

  /** Takes the order's move back: the receipt was noted meanwhile. */
  private static final class Overtaken extends RuntimeException {

    Overtaken() {
      super("the receipt was noted before", null, false, false);
    }
  }
}
