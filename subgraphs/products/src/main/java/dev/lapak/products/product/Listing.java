package dev.lapak.products.product;

import dev.lapak.products.search.Search;
import org.jspecify.annotations.Nullable;

/**
 * Which products a list has, in which order.
 *
 * @param search null for all that pass the filter
 */
public record Listing(ProductFilter filter, @Nullable Search search, ProductSort sort) {

  /**
   * @param search the text; blank is as if left out
   * @param sort null for the usual one
   */
  public static Listing of(
      @Nullable ProductFilter filter, @Nullable String search, @Nullable ProductSort sort) {
    Search words = Search.of(search);
    return new Listing(filter == null ? ProductFilter.NONE : filter, words, order(words, sort));
  }

  private static ProductSort order(@Nullable Search search, @Nullable ProductSort sort) {
    if (search == null) {
      return sort == null || sort == ProductSort.RELEVANCE ? ProductSort.NEWEST : sort;
    }
    return sort == null ? ProductSort.RELEVANCE : sort;
  }

  /** Tells this list from others, however its search is read. */
  public String name() {
    return sort + " " + filter + (search == null ? "" : " " + search.text());
  }

  Listing reading(Search read) {
    return new Listing(filter, read, sort);
  }
}
