package dev.lapak.orders.reservation.remote;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.reservation.HeldReservations;
import dev.lapak.platform.remote.RemoteProperties;
import dev.lapak.platform.remote.Subgraphs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class HeldInInventory implements HeldReservations {

  private static final String QUERY =
      """
      query Held($limit: Int!, $after: HeldReservationPlace) {
        heldReservations(limit: $limit, after: $after) {
          id createdAt expiresAt lines { productId quantity }
        }
      }""";

  private final HttpGraphQlClient inventory;
  private final Duration timeout;

  HeldInInventory(Subgraphs subgraphs, RemoteProperties remote) {
    this.inventory = subgraphs.named("inventory");
    this.timeout = remote.timeout();
  }

  @Override
  public Mono<List<Held>> next(int limit, @Nullable Place after) {
    return inventory
        .document(QUERY)
        .variables(after == null ? Map.of("limit", limit) : Map.of("limit", limit, "after", after))
        .retrieve("heldReservations")
        .toEntityList(Held.class)
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("no answer")))
        .timeout(timeout)
        .onErrorMap(failure -> new UnavailableException("inventory", failure));
  }
}
