package dev.lapak.products.product.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.products.product.Facet;
import dev.lapak.products.product.Listing;
import dev.lapak.products.product.ProductFilter;
import dev.lapak.products.search.Search;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts all facets of a list in one statement. What has to be counted is gathered once for all
 * facets that leave out the same, and at most {@value #MAX_COUNTED} of it. Where that was not all,
 * what the filter chooses may not be among it, and is gathered once more by itself.
 */
final class FacetQuery {

  static final int MAX_COUNTED = 10_000;

  /** The kind of a row: one for each facet, and how many were counted. */
  static final int COUNTED = Facet.values().length;

  private static final int MAX_KINDS = 50;

  private FacetQuery() {}

  /**
   * @param selected where none is, the list as it is is counted
   */
  static ProductQuery of(Listing listing, Set<Facet> selected) {
    List<ProductFilter> filters =
        selected.isEmpty()
            ? List.of(listing.filter())
            : selected.stream().map(facet -> facet.leftOut(listing.filter())).distinct().toList();
    ProductQuery query = new ProductQuery().add("WITH ");
    Search search = listing.search();
    if (search != null) {
      query.addSearch(search).add(",\n");
    }
    for (int i = 0; i < filters.size(); i++) {
      query
          .add(i == 0 ? "" : ",\n")
          .add("counted" + i + " AS MATERIALIZED (\n  SELECT products.category_id, products.tags,")
          .add(" products.currency, products.price\n  FROM products ")
          .addWhere(filters.get(i), search != null)
          .add("\n  ORDER BY products.id DESC LIMIT " + MAX_COUNTED + "\n)");
    }
    for (Facet facet : selected) {
      if (facet.isChosen(listing.filter())) {
        addChosen(query, facet, listing, filters.indexOf(facet.leftOut(listing.filter())));
      }
    }
    query.add("\n");
    for (Facet facet : selected) {
      addCounts(query, facet, listing.filter(), filters.indexOf(facet.leftOut(listing.filter())));
      query.add("\nUNION ALL ");
    }
    String counted =
        IntStream.range(0, filters.size())
            .mapToObj(
                i ->
                    """
                    SELECT %d AS kind, NULL::uuid AS category, NULL AS name, NULL AS word,
                      NULL AS currency, NULL::integer AS bucket, count(*)::integer AS count
                    FROM counted%d"""
                        .formatted(COUNTED, i))
            .collect(Collectors.joining("\nUNION ALL "));
    return query.add(counted).add("\nORDER BY kind, currency, bucket, count DESC, word");
  }

  /** What the filter chooses, where not all were counted. Prices: an index has them in order. */
  private static void addChosen(ProductQuery query, Facet facet, Listing listing, int counted) {
    ProductFilter filter = listing.filter();
    boolean isSearched = listing.search() != null;
    query
        .add(",\nchosen_" + facet + " AS MATERIALIZED (\n  SELECT products.category_id,")
        .add(" products.tags, products.currency, products.price\n  FROM products ")
        .addWhere(facet == Facet.PRICES ? wholeRanges(filter) : filter, isSearched)
        .add(" AND (SELECT count(*) FROM counted" + counted + ") >= " + MAX_COUNTED)
        .add("\n  ORDER BY products.")
        .add(facet == Facet.PRICES && !isSearched ? "price" : "id DESC")
        .add(" LIMIT " + MAX_COUNTED + "\n)");
  }

  private static ProductFilter wholeRanges(ProductFilter filter) {
    return new ProductFilter(
        filter.category(),
        filter.tagsAny(),
        filter.tagsAll(),
        PriceRanges.whole(requireNonNull(filter.price())),
        filter.sellerId());
  }

  /** What is chosen comes first, so that it is among those that are told. */
  private static void addCounts(
      ProductQuery query, Facet facet, ProductFilter filter, int counted) {
    query
        .add(
            "(SELECT %d AS kind, category, name, word, currency, bucket,"
                .formatted(facet.ordinal()))
        .add(" max(count) AS count\nFROM (")
        .add(kinds(facet, "counted" + counted));
    if (facet.isChosen(filter)) {
      query.add("\nUNION ALL\n").add(kinds(facet, "chosen_" + facet));
      if (facet == Facet.TAGS) {
        query.add(" HAVING tag = ANY (%s)", (Object) tags(filter));
      }
    }
    query.add("\n) AS kinds GROUP BY category, name, word, currency, bucket");
    if (facet != Facet.PRICES) {
      query.add(" ORDER BY ");
      if (facet.isChosen(filter)) {
        query.add("word = ANY (%s) DESC, ", (Object) chosen(facet, filter));
      }
      query.add("count DESC, word LIMIT " + MAX_KINDS);
    }
    query.add(")");
  }

  private static String[] chosen(Facet facet, ProductFilter filter) {
    return facet == Facet.CATEGORIES
        ? new String[] {requireNonNull(filter.category())}
        : tags(filter);
  }

  private static String[] tags(ProductFilter filter) {
    return requireNonNull(filter.tagsAny()).toArray(String[]::new);
  }

  private static String kinds(Facet facet, String gathered) {
    return switch (facet) {
      case CATEGORIES ->
          """
          SELECT categories.id AS category, categories.name, categories.slug AS word,
            NULL AS currency, NULL::integer AS bucket, count(*)::integer AS count
          FROM %s AS products JOIN categories ON categories.id = products.category_id
          GROUP BY categories.id"""
              .formatted(gathered);
      case TAGS ->
          """
          SELECT NULL::uuid AS category, NULL AS name, tag AS word,
            NULL AS currency, NULL::integer AS bucket, count(*)::integer AS count
          FROM %s AS products, unnest(products.tags) AS tag
          GROUP BY tag"""
              .formatted(gathered);
      case PRICES ->
          """
          SELECT NULL::uuid AS category, NULL AS name, NULL AS word,
            products.currency, %s AS bucket, count(*)::integer AS count
          FROM %s AS products GROUP BY products.currency, bucket"""
              .formatted(PriceRanges.SQL, gathered);
    };
  }
}
