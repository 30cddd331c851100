package dev.lapak.inventory.reservation.graphql;

import dev.lapak.inventory.reservation.Reservations;
import dev.lapak.inventory.reservation.ReservationsResult;
import dev.lapak.platform.caller.Caller;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class ReservationController {

  private static final String ORDERS = "orders";

  private final Reservations reservations;

  ReservationController(Reservations reservations) {
    this.reservations = reservations;
  }

  @MutationMapping
  Mono<ReserveStockPayload> reserveStock(
      @Argument ReserveStockInput input, @ContextValue Caller caller) {
    caller.require(ORDERS);
    return reservations.reserve(input.toCall()).map(ReserveStockPayload::of);
  }

  /** All wait together, so that they become one batch. */
  @MutationMapping
  Mono<List<ReserveStockPayload>> reserveStockForEach(
      @Argument List<ReserveStockInput> inputs, @ContextValue Caller caller) {
    caller.require(ORDERS);
    return Flux.fromIterable(ReserveStockInput.toCalls(inputs))
        .flatMapSequential(reservations::reserve, inputs.size())
        .map(ReserveStockPayload::of)
        .collectList();
  }

  @MutationMapping
  Mono<ReservationsResult> extendReservations(
      @Argument ExtendReservationsInput input, @ContextValue Caller caller) {
    caller.require(ORDERS);
    return reservations.extend(ReservationIds.parse(input.ids()), Expiry.of(input.expiresAt()));
  }

  @MutationMapping
  Mono<ReservationsResult> commitReservations(
      @Argument ReservationIdsInput input, @ContextValue Caller caller) {
    caller.require(ORDERS);
    return reservations.commit(ReservationIds.parse(input.ids()));
  }

  @MutationMapping
  Mono<ReservationsResult> releaseReservations(
      @Argument ReservationIdsInput input, @ContextValue Caller caller) {
    caller.require(ORDERS);
    return reservations.release(ReservationIds.parse(input.ids()));
  }

  @MutationMapping
  Mono<ReservationsResult> returnReservations(
      @Argument ReservationIdsInput input, @ContextValue Caller caller) {
    caller.require(ORDERS);
    return reservations.giveBack(ReservationIds.parse(input.ids()));
  }

  record ExtendReservationsInput(List<String> ids, OffsetDateTime expiresAt) {}

  /** Of committing, releasing and returning. */
  record ReservationIdsInput(List<String> ids) {}
}
