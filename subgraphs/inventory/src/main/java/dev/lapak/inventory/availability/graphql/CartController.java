package dev.lapak.inventory.availability.graphql;

import dev.lapak.inventory.availability.Availabilities;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.error.RequestException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What only orders may ask, for a cart. */
@Controller
class CartController {

  private static final int MAX_IDS = 1_000;

  private final Availabilities availabilities;

  CartController(Availabilities availabilities) {
    this.availabilities = availabilities;
  }

  @QueryMapping
  Mono<List<Integer>> availableForCart(@Argument List<UUID> ids, @ContextValue Caller caller) {
    caller.require("orders");
    if (ids.size() > MAX_IDS) {
      throw RequestException.badUserInput("At most %,d ids.".formatted(MAX_IDS));
    }
    return availabilities
        .of(ids)
        .map(
            found ->
                ids.stream().map(id -> Objects.requireNonNull(found.get(id)).total()).toList());
  }
}
