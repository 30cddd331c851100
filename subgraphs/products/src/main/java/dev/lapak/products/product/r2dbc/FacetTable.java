package dev.lapak.products.product.r2dbc;

import dev.lapak.products.product.Facet;
import dev.lapak.products.product.Listing;
import dev.lapak.products.product.ProductCounts;
import dev.lapak.products.product.ProductFacets;
import dev.lapak.products.product.ProductFilter;
import dev.lapak.products.search.Search;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts all facets of a list in one statement. What has to be counted is gathered once for all
 * facets that leave out the same, and at most {@value #MAX_COUNTED} of it.
 */
@Component
final class FacetTable implements ProductCounts {

  private static final int MAX_COUNTED = 10_000;
  private static final int MAX_KINDS = 50;

  /** The kind of a row: one for each facet, and how many were counted. */
  private static final int COUNTED = Facet.values().length;

  private final DatabaseClient db;

  FacetTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<ProductFacets> of(Listing listing, Set<Facet> selected) {
    if (selected.isEmpty()) {
      return Mono.just(new ProductFacets(true, List.of(), List.of(), List.of()));
    }
    return query(listing, EnumSet.copyOf(selected))
        .statement(db)
        .map(FacetRow::of)
        .all()
        .collectList()
        .map(FacetTable::facets);
  }

  private static ProductQuery query(Listing listing, Set<Facet> selected) {
    List<ProductFilter> filters =
        selected.stream().map(facet -> facet.leftOut(listing.filter())).distinct().toList();
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
    List<String> parts = new ArrayList<>();
    for (Facet facet : selected) {
      parts.add(
          counts(facet).formatted("counted" + filters.indexOf(facet.leftOut(listing.filter()))));
    }
    for (int i = 0; i < filters.size(); i++) {
      parts.add(
          "SELECT %d, NULL, NULL, NULL, NULL, NULL, count(*)::integer FROM counted%d"
              .formatted(COUNTED, i));
    }
    return query
        .add("\n" + String.join("\nUNION ALL ", parts))
        .add("\nORDER BY kind, currency, bucket, count DESC, word");
  }

  private static String counts(Facet facet) {
    return switch (facet) {
      case CATEGORIES ->
          """
          (SELECT %d AS kind, categories.id AS category, categories.name, categories.slug AS word,
            NULL AS currency, NULL::integer AS bucket, count(*)::integer AS count
          FROM %%s AS products JOIN categories ON categories.id = products.category_id
          GROUP BY categories.id ORDER BY count DESC, word LIMIT %d)"""
              .formatted(facet.ordinal(), MAX_KINDS);
      case TAGS ->
          """
          (SELECT %d AS kind, NULL::uuid AS category, NULL AS name, tag AS word,
            NULL AS currency, NULL::integer AS bucket, count(*)::integer AS count
          FROM %%s AS products, unnest(products.tags) AS tag
          GROUP BY tag ORDER BY count DESC, word LIMIT %d)"""
              .formatted(facet.ordinal(), MAX_KINDS);
      case PRICES ->
          """
          (SELECT %d AS kind, NULL::uuid AS category, NULL AS name, NULL AS word,
            products.currency, %s AS bucket, count(*)::integer AS count
          FROM %%s AS products GROUP BY products.currency, bucket)"""
              .formatted(facet.ordinal(), PriceRanges.SQL);
    };
  }

  private static ProductFacets facets(List<FacetRow> rows) {
    return new ProductFacets(
        of(rows, COUNTED).allMatch(row -> row.count() < MAX_COUNTED),
        of(rows, Facet.CATEGORIES.ordinal()).map(FacetRow::category).toList(),
        of(rows, Facet.TAGS.ordinal()).map(FacetRow::tag).toList(),
        of(rows, Facet.PRICES.ordinal()).map(FacetRow::price).toList());
  }

  private static Stream<FacetRow> of(List<FacetRow> rows, int kind) {
    return rows.stream().filter(row -> row.kind() == kind);
  }
}
