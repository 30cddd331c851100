package dev.lapak.products.product;

import java.util.Set;
import reactor.core.publisher.Mono;

/** How many active products there are of each kind. */
public interface ProductCounts {

  /** Counts what is selected, nothing else: where no facet is, the list as it is. */
  Mono<ProductFacets> of(Listing listing, Set<Facet> selected);
}
