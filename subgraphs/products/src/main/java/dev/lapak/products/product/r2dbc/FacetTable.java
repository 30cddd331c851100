package dev.lapak.products.product.r2dbc;

import dev.lapak.products.product.Facet;
import dev.lapak.products.product.Listing;
import dev.lapak.products.product.ProductCounts;
import dev.lapak.products.product.ProductFacets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class FacetTable implements ProductCounts {

  private final DatabaseClient db;

  FacetTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<ProductFacets> of(Listing listing, Set<Facet> selected) {
    return FacetQuery.of(listing, selected)
        .statement(db)
        .map(FacetRow::of)
        .all()
        .collectList()
        .map(FacetTable::facets);
  }

  private static ProductFacets facets(List<FacetRow> rows) {
    return new ProductFacets(
        of(rows, FacetQuery.COUNTED).allMatch(row -> row.count() < FacetQuery.MAX_COUNTED),
        of(rows, Facet.CATEGORIES.ordinal()).map(FacetRow::category).toList(),
        of(rows, Facet.TAGS.ordinal()).map(FacetRow::tag).toList(),
        of(rows, Facet.PRICES.ordinal()).map(FacetRow::price).toList());
  }

  private static Stream<FacetRow> of(List<FacetRow> rows, int kind) {
    return rows.stream().filter(row -> row.kind() == kind);
  }
}
