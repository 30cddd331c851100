package dev.lapak.orders.fulfilment;

import dev.lapak.orders.order.Move;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderMoves;
import dev.lapak.orders.order.Orders;
import dev.lapak.platform.outbox.Outbox;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Moves paid orders on. An order that is there already, or further, is left as it is. */
@Service
public class Fulfilment {

  private final Orders orders;
  private final OrderMoves moves;
  private final Shipments shipments;
  private final TransactionalOperator transaction;
  private final Outbox outbox;

  Fulfilment(
      Orders orders,
      OrderMoves moves,
      Shipments shipments,
      TransactionalOperator transaction,
      Outbox outbox) {
    this.orders = orders;
    this.moves = moves;
    this.shipments = shipments;
    this.transaction = transaction;
    this.outbox = outbox;
  }

  public Mono<Outcome<Order, FulfilmentError>> confirm(UUID orderId, Viewer viewer) {
    return make(Move.CONFIRM, orderId, viewer);
  }

  public Mono<Outcome<Order, FulfilmentError>> deliver(UUID orderId, Viewer viewer) {
    return make(Move.DELIVER, orderId, viewer);
  }

  public Mono<Outcome<Order, FulfilmentError>> complete(UUID orderId, Viewer viewer) {
    return make(Move.COMPLETE, orderId, viewer);
  }

  private Mono<Outcome<Order, FulfilmentError>> make(Move move, UUID orderId, Viewer viewer) {
    return moves
        .make(move, orderId, viewer, null)
        .doOnNext(moved -> outbox.wake())
        .map(Outcome::<Order, FulfilmentError>done)
        .switchIfEmpty(Mono.defer(() -> unmoved(move, orderId, viewer)));
  }

  /** Of several at once one ships it; to ship it the same way again is fine. */
  public Mono<Outcome<Order, FulfilmentError>> ship(UUID orderId, Parcel parcel, Viewer viewer) {
    return switch (parcel.checked()) {
      case Outcome.Refused(List<FulfilmentError> errors) -> Mono.just(Outcome.refused(errors));
      case Outcome.Done(Parcel checked) ->
          moves
              .make(Move.SHIP, orderId, viewer, null)
              .flatMap(order -> shipments.add(orderId, checked).thenReturn(order))
              .as(transaction::transactional)
              .doOnNext(shipped -> outbox.wake())
              .map(Outcome::<Order, FulfilmentError>done)
              .switchIfEmpty(
                  Mono.defer(() -> unmoved(Move.SHIP, orderId, viewer))
                      .flatMap(outcome -> shippedSo(outcome, checked)));
    };
  }

  private Mono<Outcome<Order, FulfilmentError>> shippedSo(
      Outcome<Order, FulfilmentError> outcome, Parcel parcel) {
    return switch (outcome) {
      case Outcome.Refused<Order, FulfilmentError> refused -> Mono.just(refused);
      case Outcome.Done(Order order) ->
          shipments
              .of(order.id())
              .filter(shipment -> shipment.isAs(parcel))
              .map(same -> outcome)
              .defaultIfEmpty(Outcome.refused(FulfilmentError.shippedOtherwise(order.status())));
    };
  }

  private Mono<Outcome<Order, FulfilmentError>> unmoved(Move move, UUID orderId, Viewer viewer) {
    return orders
        .find(orderId, viewer)
        .filter(order -> order.isFor(move, viewer))
        .map(
            order ->
                order.status().hasReached(move.to())
                    ? Outcome.<Order, FulfilmentError>done(order)
                    : Outcome.<Order, FulfilmentError>refused(
                        FulfilmentError.wrongStatus(order.status())))
        .defaultIfEmpty(Outcome.refused(FulfilmentError.NOT_FOUND));
  }
}
