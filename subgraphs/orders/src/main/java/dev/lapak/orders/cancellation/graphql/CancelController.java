package dev.lapak.orders.cancellation.graphql;

import dev.lapak.orders.cancellation.CancelOrderError;
import dev.lapak.orders.cancellation.Cancellation;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.Reason;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class CancelController {

  private final Cancellation cancellation;

  CancelController(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  @MutationMapping
  Mono<CancelOrderPayload> cancelOrder(
      @Argument CancelOrderInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return cancellation
        .cancel(input.orderId(), Reason.of(input.reason()), viewer)
        .map(CancelOrderPayload::of);
  }

  record CancelOrderInput(UUID orderId, @Nullable String reason) {}

  record CancelOrderPayload(@Nullable Order order, List<CancelOrderError> errors) {

    static CancelOrderPayload of(Outcome<Order, CancelOrderError> outcome) {
      return switch (outcome) {
        case Outcome.Done(Order order) -> new CancelOrderPayload(order, List.of());
        case Outcome.Refused(List<CancelOrderError> errors) -> new CancelOrderPayload(null, errors);
      };
    }
  }
}
