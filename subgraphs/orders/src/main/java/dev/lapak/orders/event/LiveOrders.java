package dev.lapak.orders.event;

import dev.lapak.orders.order.Orders;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.outbox.EventTail;
import dev.lapak.platform.outbox.PositionCursor;
import dev.lapak.platform.viewer.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets people follow orders for as long as their token is good. */
@Service
public class LiveOrders {

  private static final long BEGINNING = 0;

  private final Orders orders;
  private final OrderEvents events;
  private final EventTail<OrderEvent> tail;
  private final Clock clock;

  LiveOrders(Orders orders, OrderEvents events, EventTail<OrderEvent> tail, Clock clock) {
    this.orders = orders;
    this.events = events;
    this.tail = tail;
    this.clock = clock;
  }

  /** From the order's first event, or from after a cursor. */
  public Flux<OrderEvent> order(UUID orderId, @Nullable String after, Viewer viewer) {
    return Flux.defer(
        () -> {
          viewer.requireUser();
          long from = after == null ? BEGINNING : PositionCursor.parse(after).position();
          return orders
              .find(orderId, viewer)
              .switchIfEmpty(Mono.error(LiveOrders::notFound))
              .flatMapMany(order -> resume(new EventFilter.OfOrder(order.id()), from))
              .takeUntilOther(end(viewer));
        });
  }

  /** From now on, or from after a cursor. */
  public Flux<OrderEvent> scope(OrderScope scope, @Nullable String after, Viewer viewer) {
    return Flux.defer(
        () -> {
          EventFilter filter = scope.filter(viewer);
          Flux<OrderEvent> followed =
              after == null
                  ? tail.follow(filter::matches, events.matching(filter))
                  : resume(filter, PositionCursor.parse(after).position());
          return followed.takeUntilOther(end(viewer));
        });
  }

  private Flux<OrderEvent> resume(EventFilter filter, long after) {
    return tail.follow(filter::matches, events.matching(filter), after);
  }

  private Mono<Void> end(Viewer viewer) {
    Instant end = viewer.expiresAt();
    return end == null
        ? Mono.never()
        : Mono.delay(Duration.between(clock.instant(), end))
            .then(Mono.error(LiveOrders::tokenExpired));
  }

  private static RequestException notFound() {
    return new RequestException(RequestErrorCode.NOT_FOUND, "There is no such order.");
  }

  private static RequestException tokenExpired() {
    return new RequestException(
        RequestErrorCode.TOKEN_EXPIRED,
        "The access token has expired: connect again with a new one and the last cursor.");
  }
}
