package dev.lapak.products.product;

import dev.lapak.platform.page.PageRequest;
import dev.lapak.products.search.Corrections;
import dev.lapak.products.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists of products. A search that finds nothing is tried once more as it may have been meant. */
@Component
public final class Listings {

  private final ProductPages pages;
  private final Corrections corrections;
  private final Trials trials;

  Listings(ProductPages pages, Corrections corrections, Trials trials) {
    this.pages = pages;
    this.corrections = corrections;
    this.trials = trials;
  }

  /**
   * @param after a cursor of the same list
   */
  public Mono<ProductPage> page(int first, @Nullable String after, Listing listing) {
    PageRequest page = PageRequest.of(first, after, listing.name());
    Search search = listing.search();
    if (search == null) {
      return pages.page(page, listing);
    }
    if (page.after() != null) {
      // As the first page read it, whatever words there are by now.
      String key = page.after().keys().getFirst();
      return pages.page(page, listing.reading(search.reading(key)));
    }
    return pages
        .page(page, listing)
        .flatMap(
            found ->
                found.edges().isEmpty()
                    ? corrections
                        .of(search)
                        .flatMap(guesses -> trials.best(listing.filter(), guesses))
                        .map(search::corrected)
                        .flatMap(corrected -> pages.page(page, listing.reading(corrected)))
                        .defaultIfEmpty(found)
                    : Mono.just(found));
  }
}
