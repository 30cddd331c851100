package dev.lapak.inventory.owner;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Says who owns a product. Asks products once for each, never inside a transaction: what is known
 * then can be joined in the SQL.
 */
@Service
public class ProductOwners {

  private final KnownOwners known;
  private final OwnerSource source;

  ProductOwners(KnownOwners known, OwnerSource source) {
    this.known = known;
    this.source = source;
  }

  /**
   * Those of the products that this seller owns; ends with {@link OwnersUnavailableException} where
   * it can't be said.
   */
  public Mono<Set<UUID>> ownedBy(UUID seller, Collection<UUID> products) {
    return known
        .of(products)
        .flatMap(owners -> learn(products, owners))
        .map(
            owners ->
                owners.entrySet().stream()
                    .filter(owner -> owner.getValue().equals(seller))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet()));
  }

  private Mono<Map<UUID, UUID>> learn(Collection<UUID> products, Map<UUID, UUID> owners) {
    Set<UUID> unknown =
        products.stream().filter(id -> !owners.containsKey(id)).collect(Collectors.toSet());
    if (unknown.isEmpty()) {
      return Mono.just(owners);
    }
    return source
        .ask(unknown)
        .flatMap(
            learnt -> {
              Map<UUID, UUID> all = new HashMap<>(owners);
              all.putAll(learnt);
              return known.remember(learnt).thenReturn(all);
            });
  }
}
