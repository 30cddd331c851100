package dev.lapak.products.product;

import dev.lapak.platform.page.PageRequest;
import reactor.core.publisher.Mono;

/** The active products, a page at a time. */
public interface ProductPages {

  /** Cursors of a list with a search begin with how the search is read. */
  Mono<ProductPage> page(PageRequest page, Listing listing);
}
