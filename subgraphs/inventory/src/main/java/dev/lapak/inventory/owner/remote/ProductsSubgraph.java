package dev.lapak.inventory.owner.remote;

import dev.lapak.inventory.owner.OwnerSource;
import dev.lapak.inventory.owner.OwnersUnavailableException;
import dev.lapak.platform.remote.Subgraphs;
import dev.lapak.platform.trace.Trace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class ProductsSubgraph implements OwnerSource {

  private static final Logger log = LoggerFactory.getLogger(ProductsSubgraph.class);

  /** What productOwners takes at once. */
  private static final int MAX_IDS = 1_000;

  private static final String QUERY =
      "query Owners($ids: [ID!]!) { productOwners(ids: $ids) { id sellerId } }";

  private final HttpGraphQlClient products;

  ProductsSubgraph(Subgraphs subgraphs) {
    this.products = subgraphs.named("products");
  }

  @Override
  public Mono<Map<UUID, UUID>> ask(Collection<UUID> ids) {
    return Flux.fromIterable(ids)
        .buffer(MAX_IDS)
        .concatMap(this::owners)
        .collectMap(ProductOwner::id, ProductOwner::sellerId);
  }

  private Flux<ProductOwner> owners(List<UUID> ids) {
    return products
        .document(QUERY)
        .variable("ids", ids)
        .retrieve("productOwners")
        .<@Nullable ProductOwner>toEntityList(ProductOwner.class)
        // An empty answer is none: a product that is not there is null in the list.
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("no answer")))
        .doOnEach(
            Trace.onError(
                failure -> log.warn("Products does not say who owns what: {}", failure.toString())))
        .onErrorMap(OwnersUnavailableException::new)
        .flatMapIterable(owners -> owners.stream().filter(Objects::nonNull).toList());
  }

  record ProductOwner(UUID id, UUID sellerId) {}
}
