package dev.lapak.orders.expiry;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderMoves;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.reservation.Reservations;
import dev.lapak.platform.outbox.Outbox;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Puts deadlines off, once each. The stock is held for longer first. */
@Service
@EnableConfigurationProperties(ExpiryProperties.class)
public class Extension {

  private final Orders orders;
  private final OrderMoves moves;
  private final Reservations reservations;
  private final Outbox outbox;
  private final ExpiryProperties properties;
  private final Clock clock;

  Extension(
      Orders orders,
      OrderMoves moves,
      Reservations reservations,
      Outbox outbox,
      ExpiryProperties properties,
      Clock clock) {
    this.orders = orders;
    this.moves = moves;
    this.reservations = reservations;
    this.outbox = outbox;
    this.properties = properties;
    this.clock = clock;
  }

  /** Extending what was extended changes nothing. */
  public Mono<Outcome<Order, ExtendDeadlineError>> extend(UUID orderId, Viewer viewer) {
    return bought(orderId, viewer)
        .flatMap(
            order ->
                known(order)
                    .map(Mono::just)
                    .orElseGet(() -> extend(order, viewer))
                    // Something else came first; what did is known now.
                    .switchIfEmpty(
                        Mono.defer(
                            () ->
                                bought(orderId, viewer)
                                    .flatMap(now -> Mono.justOrEmpty(known(now)))))
                    .defaultIfEmpty(Outcome.refused(ExtendDeadlineError.NOT_HELD)))
        .defaultIfEmpty(Outcome.refused(ExtendDeadlineError.NOT_FOUND));
  }

  private Mono<Order> bought(UUID orderId, Viewer viewer) {
    return orders.find(orderId, viewer).filter(order -> order.isBoughtBy(viewer));
  }

  /** What can be answered as things are; nothing if the deadline can be put off. */
  private Optional<Outcome<Order, ExtendDeadlineError>> known(Order order) {
    if (order.extended()) {
      return Optional.of(Outcome.done(order));
    }
    if (order.isOverdue(clock.instant())) {
      return Optional.of(Outcome.refused(ExtendDeadlineError.TOO_LATE));
    }
    return order.status() == OrderStatus.PENDING_PAYMENT
        ? Optional.empty()
        : Optional.of(Outcome.refused(ExtendDeadlineError.wrongStatus(order.status())));
  }

  private Mono<Outcome<Order, ExtendDeadlineError>> extend(Order order, Viewer viewer) {
    // Inventory keeps no more than milliseconds, and both must say the same.
    Instant until =
        Objects.requireNonNull(order.expiresAt())
            .toInstant()
            .plus(properties.extendBy())
            .plus(properties.leaseMargin())
            .truncatedTo(ChronoUnit.MILLIS);
    return reservations
        .extend(List.of(order.reservationId()), until)
        .flatMap(
            held ->
                held
                    ? moves
                        .extend(order.id(), viewer, properties.extendBy(), until)
                        .doOnNext(extended -> outbox.wake())
                        .map(Outcome::<Order, ExtendDeadlineError>done)
                    : Mono.just(
                        Outcome.<Order, ExtendDeadlineError>refused(ExtendDeadlineError.TOO_LATE)))
        .onErrorReturn(UnavailableException.class, Outcome.refused(ExtendDeadlineError.NOT_HELD));
  }
}
