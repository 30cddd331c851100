package dev.lapak.products.product;

import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Edge;
import dev.lapak.platform.page.PageInfo;
import dev.lapak.products.search.Search;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A page of a list.
 *
 * @param totalCount counts all pages' products when subscribed to, not before
 * @param listing of which list, its search as it was read
 */
public record ProductPage(
    List<Edge<Product>> edges, PageInfo pageInfo, Mono<Integer> totalCount, Listing listing) {

  public ProductPage {
    edges = List.copyOf(edges);
  }

  public ProductPage(Connection<Product> page, Listing listing) {
    this(page.edges(), page.pageInfo(), page.totalCount(), listing);
  }

  /** What was searched for instead; null where that is what was typed. */
  public @Nullable String correction() {
    Search search = listing.search();
    return search == null ? null : search.correction();
  }
}
