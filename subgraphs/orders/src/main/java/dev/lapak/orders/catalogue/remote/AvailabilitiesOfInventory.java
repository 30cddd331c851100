package dev.lapak.orders.catalogue.remote;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.catalogue.Availabilities;
import dev.lapak.platform.remote.RemoteProperties;
import dev.lapak.platform.remote.Subgraphs;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class AvailabilitiesOfInventory implements Availabilities {

  private static final String QUERY =
      "query Available($ids: [ID!]!) { availableForCart(ids: $ids) }";

  private final HttpGraphQlClient inventory;
  private final Duration timeout;

  AvailabilitiesOfInventory(Subgraphs subgraphs, RemoteProperties remote) {
    this.inventory = subgraphs.named("inventory");
    this.timeout = remote.timeout();
  }

  @Override
  public Mono<Map<UUID, Integer>> of(Collection<UUID> products) {
    return inventory
        .document(QUERY)
        .variable("ids", products)
        .retrieve("availableForCart")
        .toEntityList(Integer.class)
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("no answer")))
        .map(counts -> byProduct(products, counts))
        .timeout(timeout)
        .onErrorMap(failure -> new UnavailableException("inventory", failure));
  }

  private static Map<UUID, Integer> byProduct(Collection<UUID> products, List<Integer> counts) {
    if (counts.size() != products.size()) {
      throw new IllegalStateException("not an answer for each");
    }
    Map<UUID, Integer> available = new HashMap<>();
    Iterator<Integer> count = counts.iterator();
    products.forEach(product -> available.put(product, count.next()));
    return available;
  }
}
