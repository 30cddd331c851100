package dev.lapak.inventory.owner;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The owners that were learnt; they never change. */
public interface KnownOwners {

  /** The sellers by product, without those that were never learnt. */
  Mono<Map<UUID, UUID>> of(Collection<UUID> products);

  Mono<Void> remember(Map<UUID, UUID> owners);
}
