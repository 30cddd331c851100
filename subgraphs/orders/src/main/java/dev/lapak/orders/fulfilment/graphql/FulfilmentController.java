package dev.lapak.orders.fulfilment.graphql;

import dev.lapak.orders.fulfilment.Fulfilment;
import dev.lapak.orders.fulfilment.FulfilmentError;
import dev.lapak.orders.fulfilment.Parcel;
import dev.lapak.orders.fulfilment.Shipment;
import dev.lapak.orders.fulfilment.Shipments;
import dev.lapak.orders.order.Order;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class FulfilmentController {

  private final Fulfilment fulfilment;
  private final Shipments shipments;

  FulfilmentController(Fulfilment fulfilment, Shipments shipments) {
    this.fulfilment = fulfilment;
    this.shipments = shipments;
  }

  @MutationMapping
  Mono<FulfilmentPayload> confirmOrder(@Argument OrderInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return fulfilment.confirm(input.orderId(), viewer).map(FulfilmentPayload::of);
  }

  @MutationMapping
  Mono<FulfilmentPayload> shipOrder(@Argument ShipOrderInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return fulfilment.ship(input.orderId(), input.parcel(), viewer).map(FulfilmentPayload::of);
  }

  @MutationMapping
  Mono<FulfilmentPayload> deliverOrder(@Argument OrderInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return fulfilment.deliver(input.orderId(), viewer).map(FulfilmentPayload::of);
  }

  @MutationMapping
  Mono<FulfilmentPayload> completeOrder(@Argument OrderInput input, @ContextValue Viewer viewer) {
    viewer.requireUser();
    return fulfilment.complete(input.orderId(), viewer).map(FulfilmentPayload::of);
  }

  @BatchMapping
  Mono<Map<Order, Shipment>> shipment(List<Order> of) {
    return shipments
        .of(of.stream().map(Order::id).toList())
        .map(
            found ->
                of.stream()
                    .filter(order -> found.containsKey(order.id()))
                    .collect(
                        Collectors.toMap(
                            Function.identity(),
                            order -> Objects.requireNonNull(found.get(order.id())))));
  }

  /** Of confirming, delivering and completing. */
  record OrderInput(UUID orderId) {}

  record ShipOrderInput(
      UUID orderId, String carrier, String trackingNumber, @Nullable String trackingUrl) {

    Parcel parcel() {
      return new Parcel(carrier, trackingNumber, trackingUrl);
    }
  }

  record FulfilmentPayload(@Nullable Order order, List<FulfilmentError> errors) {

    static FulfilmentPayload of(Outcome<Order, FulfilmentError> outcome) {
      return switch (outcome) {
        case Outcome.Done(Order order) -> new FulfilmentPayload(order, List.of());
        case Outcome.Refused(List<FulfilmentError> errors) -> new FulfilmentPayload(null, errors);
      };
    }
  }
}
