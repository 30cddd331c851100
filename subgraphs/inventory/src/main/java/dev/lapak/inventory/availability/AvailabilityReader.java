package dev.lapak.inventory.availability;

import dev.lapak.inventory.stock.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads stock, each for any number of products in one statement. */
public interface AvailabilityReader {

  /** Those of the products that active warehouses have, or had. */
  Flux<Availability> of(Collection<UUID> products);

  /**
   * The levels by product, each by the warehouse's name; products without any are left out.
   *
   * @param seller in whose warehouses alone, or null for anybody's
   */
  Mono<Map<UUID, List<StockLevel>>> byWarehouse(Collection<UUID> products, @Nullable UUID seller);
}
