package dev.lapak.orders.order;

import static dev.lapak.orders.order.OrderStatus.DELIVERED;
import static dev.lapak.orders.order.OrderStatus.EXPIRED;
import static dev.lapak.orders.order.OrderStatus.PAID;
import static dev.lapak.orders.order.OrderStatus.PAYMENT_REVIEW;
import static dev.lapak.orders.order.OrderStatus.PENDING_PAYMENT;
import static dev.lapak.orders.order.OrderStatus.PROCESSING;
import static dev.lapak.orders.order.OrderStatus.SHIPPED;
import static dev.lapak.orders.order.Party.ADMIN;
import static dev.lapak.orders.order.Party.BUYER;
import static dev.lapak.orders.order.Party.PROVIDER;
import static dev.lapak.orders.order.Party.SELLER;
import static dev.lapak.orders.order.Party.TIME;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one table of what may happen to an order: by whom, from where to where. */
public enum Move {
  SUBMIT_PAYMENT_PROOF(
      PAYMENT_REVIEW, OrderEventType.PROOF_SUBMITTED, by(List.of(BUYER), PENDING_PAYMENT)),
  APPROVE_PAYMENT(
      PAID, OrderEventType.PAYMENT_APPROVED, by(List.of(SELLER, ADMIN), PAYMENT_REVIEW)),
  REJECT_PAYMENT(
      PENDING_PAYMENT, OrderEventType.PAYMENT_REJECTED, by(List.of(SELLER, ADMIN), PAYMENT_REVIEW)),
  /** Once per order. */
  EXTEND_DEADLINE(
      PENDING_PAYMENT, OrderEventType.DEADLINE_EXTENDED, by(List.of(BUYER), PENDING_PAYMENT)),
  MARK_PAID(PAID, OrderEventType.PAID, by(List.of(ADMIN), PENDING_PAYMENT, PAYMENT_REVIEW)),
  /** By a payment provider alone. */
  RECEIVE_PAYMENT(
      PAID, OrderEventType.PAID, by(List.of(PROVIDER), PENDING_PAYMENT, PAYMENT_REVIEW)),
  /** The money came late; the stock was reserved anew. */
  REINSTATE(PAID, OrderEventType.PAID, by(List.of(ADMIN, PROVIDER), EXPIRED)),
  CONFIRM(PROCESSING, OrderEventType.CONFIRMED, by(List.of(SELLER, ADMIN), PAID)),
  SHIP(SHIPPED, OrderEventType.SHIPPED, by(List.of(SELLER, ADMIN), PROCESSING)),
  DELIVER(DELIVERED, OrderEventType.DELIVERED, by(List.of(BUYER, SELLER, ADMIN), SHIPPED)),
  /** By time too, some days after the delivery. */
  COMPLETE(
      OrderStatus.COMPLETED, OrderEventType.COMPLETED, by(List.of(BUYER, ADMIN, TIME), DELIVERED)),
  /** By its buyer until it is confirmed. */
  CANCEL(
      OrderStatus.CANCELLED,
      OrderEventType.CANCELLED,
      by(List.of(BUYER), PENDING_PAYMENT, PAYMENT_REVIEW, PAID),
      by(List.of(SELLER, ADMIN), PENDING_PAYMENT, PAYMENT_REVIEW, PAID, PROCESSING)),
  /** By time alone. */
  EXPIRE(EXPIRED, OrderEventType.EXPIRED, by(List.of(TIME), PENDING_PAYMENT));

  private final OrderStatus to;
  private final OrderEventType event;
  private final Map<Party, Set<OrderStatus>> from;

  Move(OrderStatus to, OrderEventType event, Right... rights) {
    this.to = to;
    this.event = event;
    this.from =
        Arrays.stream(Party.values())
            .collect(
                Collectors.toUnmodifiableMap(Function.identity(), party -> from(party, rights)));
  }

  public OrderStatus to() {
    return to;
  }

  public OrderEventType event() {
    return event;
  }

  /** Where that one may make it; empty if nowhere. */
  public Set<OrderStatus> from(Party party) {
    return from.getOrDefault(party, Set.of());
  }

  /** Whether one of them may make it, somewhere. */
  public boolean isFor(Collection<Party> parties) {
    return parties.stream().anyMatch(party -> !from(party).isEmpty());
  }

  boolean isAllowed(OrderStatus at, Collection<Party> parties) {
    return parties.stream().anyMatch(party -> from(party).contains(at));
  }

  private static Set<OrderStatus> from(Party party, Right... rights) {
    return Arrays.stream(rights)
        .filter(right -> right.parties().contains(party))
        .map(Right::from)
        .findFirst()
        .orElse(Set.of());
  }

  private static Right by(List<Party> parties, OrderStatus first, OrderStatus... others) {
    return new Right(Set.copyOf(parties), EnumSet.of(first, others));
  }

  private record Right(Set<Party> parties, Set<OrderStatus> from) {}
}
