package dev.lapak.inventory.warehouse;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where warehouses are kept. What is not the seller's is not there. */
public interface WarehouseStore {

  /** A seller's, by name. */
  Flux<Warehouse> of(UUID seller);

  /**
   * Those of these ids.
   *
   * @param seller whose alone, or null for anybody's
   */
  Flux<Warehouse> byIds(Collection<UUID> ids, @Nullable UUID seller);

  /** Refuses one too many and a name twice, however many ask at once. */
  Mono<Outcome<Warehouse, InputError<WarehouseErrorCode>>> create(UUID seller, String name);

  /** Refuses a name twice; empty where there is no such warehouse. */
  Mono<Outcome<Warehouse, InputError<WarehouseErrorCode>>> rename(
      UUID seller, UUID id, String name);

  /** Empty where there is no such warehouse. */
  Mono<Warehouse> setActive(UUID seller, UUID id, boolean active);
}
