package dev.lapak.products.product;

import dev.lapak.platform.page.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The active products, a page at a time. */
public interface ProductPages {

  /**
   * @param after a cursor of the same sort and filter
   */
  Mono<Connection<Product>> page(
      int first, @Nullable String after, ProductFilter filter, ProductSort sort);
}
