package dev.lapak.inventory.warehouse;

import dev.lapak.inventory.Ids;
import dev.lapak.inventory.ShortText;
import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a seller can do with the own warehouses. */
@Service
public class Warehouses {

  private final WarehouseStore store;

  Warehouses(WarehouseStore store) {
    this.store = store;
  }

  public Flux<Warehouse> of(UUID seller) {
    return store.of(seller);
  }

  /**
   * Those of these ids.
   *
   * @param seller whose alone, or null for anybody's
   */
  public Flux<Warehouse> byIds(Collection<UUID> ids, @Nullable UUID seller) {
    return store.byIds(ids, seller);
  }

  public Mono<Outcome<Warehouse, InputError<WarehouseErrorCode>>> create(UUID seller, String name) {
    return ShortText.of(name, Warehouse.MAX_NAME)
        .map(valid -> store.create(seller, valid))
        .orElseGet(() -> Mono.just(Outcome.refused(WarehouseErrors.nameLength())));
  }

  public Mono<Outcome<Warehouse, InputError<WarehouseErrorCode>>> rename(
      UUID seller, String id, String name) {
    return ShortText.of(name, Warehouse.MAX_NAME)
        .map(
            valid ->
                Mono.justOrEmpty(Ids.parse(id))
                    .flatMap(known -> store.rename(seller, known, valid))
                    .switchIfEmpty(notFound()))
        .orElseGet(() -> Mono.just(Outcome.refused(WarehouseErrors.nameLength())));
  }

  public Mono<Outcome<Warehouse, InputError<WarehouseErrorCode>>> setActive(
      UUID seller, String id, boolean active) {
    return Mono.justOrEmpty(Ids.parse(id))
        .flatMap(known -> store.setActive(seller, known, active))
        .map(Outcome::<Warehouse, InputError<WarehouseErrorCode>>done)
        .switchIfEmpty(notFound());
  }

  private static Mono<Outcome<Warehouse, InputError<WarehouseErrorCode>>> notFound() {
    return Mono.fromSupplier(() -> Outcome.refused(WarehouseErrors.notFound()));
  }
}
