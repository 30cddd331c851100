package dev.lapak.inventory.held.graphql;

import dev.lapak.inventory.held.HeldReservation;
import dev.lapak.inventory.held.HeldReservations;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.error.RequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class HeldController {

  private static final int MAX = 1_000;

  private final HeldReservations reservations;

  HeldController(HeldReservations reservations) {
    this.reservations = reservations;
  }

  @QueryMapping
  Flux<HeldReservation> heldReservations(
      @Argument int limit,
      @Argument HeldReservation.@Nullable Place after,
      @ContextValue Caller caller) {
    caller.require("orders");
    if (limit < 1 || limit > MAX) {
      throw RequestException.badUserInput("limit: 1 to %,d, not %,d.".formatted(MAX, limit));
    }
    return reservations.next(limit, after);
  }
}
