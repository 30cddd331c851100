package dev.lapak.orders.order;

import static dev.lapak.orders.order.OrderStatus.PAID;
import static dev.lapak.orders.order.OrderStatus.PAYMENT_REVIEW;
import static dev.lapak.orders.order.OrderStatus.PENDING_PAYMENT;
import static dev.lapak.orders.order.Party.ADMIN;
import static dev.lapak.orders.order.Party.BUYER;
import static dev.lapak.orders.order.Party.SELLER;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/** The one table of what may happen to an order: from where to where, by whom. */
public enum Move {
  SUBMIT_PAYMENT_PROOF(
      Set.of(PENDING_PAYMENT), PAYMENT_REVIEW, OrderEventType.PROOF_SUBMITTED, Set.of(BUYER)),
  APPROVE_PAYMENT(
      Set.of(PAYMENT_REVIEW), PAID, OrderEventType.PAYMENT_APPROVED, Set.of(SELLER, ADMIN)),
  REJECT_PAYMENT(
      Set.of(PAYMENT_REVIEW),
      PENDING_PAYMENT,
      OrderEventType.PAYMENT_REJECTED,
      Set.of(SELLER, ADMIN)),
  CANCEL(
      Set.of(PENDING_PAYMENT, PAYMENT_REVIEW),
      OrderStatus.CANCELLED,
      OrderEventType.CANCELLED,
      Set.of(BUYER, SELLER, ADMIN)),
  /** By time alone. */
  EXPIRE(Set.of(PENDING_PAYMENT), OrderStatus.EXPIRED, OrderEventType.EXPIRED, Set.of());

  private final Set<OrderStatus> from;
  private final OrderStatus to;
  private final OrderEventType event;
  private final Set<Party> by;

  Move(Set<OrderStatus> from, OrderStatus to, OrderEventType event, Set<Party> by) {
    this.from = from;
    this.to = to;
    this.event = event;
    this.by = by;
  }

  public Set<OrderStatus> from() {
    return from;
  }

  public OrderStatus to() {
    return to;
  }

  public OrderEventType event() {
    return event;
  }

  public boolean isFor(Party party) {
    return by.contains(party);
  }

  boolean isFor(Collection<Party> parties) {
    return !Collections.disjoint(by, parties);
  }
}
