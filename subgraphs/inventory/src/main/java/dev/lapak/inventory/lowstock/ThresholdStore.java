package dev.lapak.inventory.lowstock;

import dev.lapak.platform.page.PageRequest;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where thresholds are kept. */
public interface ThresholdStore {

  /**
   * Writes an own product's, or takes it away where it is null.
   *
   * @return whether the product is the seller's
   */
  Mono<Boolean> set(UUID seller, UUID product, @Nullable Integer threshold);

  /**
   * By product, without those that have none.
   *
   * @param seller whose products alone, or null for anybody's
   */
  Mono<Map<UUID, Integer>> of(Collection<UUID> products, @Nullable UUID seller);

  /** A seller's products that are running out, by id. */
  Flux<LowStock> low(UUID seller, PageRequest page);
}
