package dev.lapak.products.product;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A seller's products, many at once, inside one transaction. */
public interface ProductBatch {

  /** Nobody else changes these until the transaction ends. */
  Flux<Product> lock(UUID seller, Collection<String> skus);

  /**
   * Adds them in their order.
   *
   * @return how many there are now; fewer where the seller has a product of that SKU
   */
  Mono<Long> add(UUID seller, Collection<ProductDetails> details);

  /** Changes locked products. */
  Mono<Long> change(Map<UUID, ProductDetails> changes);
}
