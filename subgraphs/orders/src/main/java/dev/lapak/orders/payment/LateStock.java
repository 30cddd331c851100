package dev.lapak.orders.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderLine;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.reservation.Reservation;
import dev.lapak.orders.reservation.Reservations;
import dev.lapak.orders.reservation.Reserving;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reserves the goods of expired orders anew. Who tells of the same money at once, or again after a
 * crash, meets the same reservation; what nobody pays after all is free when its lease ends.
 */
@Component
class LateStock {

  private static final Logger log = LoggerFactory.getLogger(LateStock.class);

  private final Orders orders;
  private final Reservations reservations;
  private final PaymentProperties properties;
  private final Clock clock;

  LateStock(Orders orders, Reservations reservations, PaymentProperties properties, Clock clock) {
    this.orders = orders;
    this.reservations = reservations;
    this.properties = properties;
    this.clock = clock;
  }

  /** Nothing where there are too few. */
  Mono<Optional<Lease>> reserve(Order expired, Receipt receipt) {
    return orders
        .lines(List.of(expired.id()))
        .map(lines -> wanted(lines.getOrDefault(expired.id(), List.of())))
        .flatMap(lines -> reserve(expired.id() + " " + receipt.key(), 0, lines));
  }

  private Mono<Optional<Lease>> reserve(String money, int lapsed, List<Reservation.Line> lines) {
    UUID id = UUID.nameUUIDFromBytes((money + " " + lapsed).getBytes(UTF_8));
    Instant until = clock.instant().plus(properties.reinstateLease());
    return reservations
        .reserve(List.of(new Reservation(id, until, lines)))
        .flatMap(
            reserving ->
                switch (reserving) {
                  case Reserving.Held(Instant held) -> Mono.just(Optional.of(new Lease(id, held)));
                  case Reserving.Short tooFew -> Mono.just(Optional.empty());
                  case Reserving.Ended ended -> reserve(money, lapsed + 1, lines);
                });
  }

  private static List<Reservation.Line> wanted(List<OrderLine> lines) {
    return lines.stream()
        .collect(
            Collectors.groupingBy(OrderLine::productId, Collectors.summingInt(OrderLine::quantity)))
        .entrySet()
        .stream()
        .map(line -> new Reservation.Line(line.getKey(), line.getValue()))
        .toList();
  }

  /** Gives it back unless it is the order's by now; best effort. */
  Mono<Void> release(UUID orderId, Lease lease) {
    return orders
        .get(orderId)
        .filter(order -> !order.reservationId().equals(lease.reservation()))
        .flatMap(order -> reservations.release(List.of(lease.reservation())))
        .doOnError(failure -> log.warn("{} is held until it ends", lease, failure))
        .onErrorComplete()
        .then();
  }

  /** What was reserved. */
  record Lease(UUID reservation, Instant until) {}
}
