package dev.lapak.inventory.owner;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where owners are learnt. */
public interface OwnerSource {

  /**
   * The sellers by product, without products that don't exist; ends with {@link
   * OwnersUnavailableException} where it can't be said.
   */
  Mono<Map<UUID, UUID>> ask(Collection<UUID> products);
}
