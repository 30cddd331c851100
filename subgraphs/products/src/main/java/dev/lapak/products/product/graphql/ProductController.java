package dev.lapak.products.product.graphql;

import dev.lapak.products.product.Facet;
import dev.lapak.products.product.Listing;
import dev.lapak.products.product.Listings;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductCounts;
import dev.lapak.products.product.ProductFacets;
import dev.lapak.products.product.ProductFilter;
import dev.lapak.products.product.ProductPage;
import dev.lapak.products.product.ProductSort;
import dev.lapak.products.product.Products;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
final class ProductController {

  private final Products products;
  private final Listings listings;
  private final ProductCounts counts;

  ProductController(Products products, Listings listings, ProductCounts counts) {
    this.products = products;
    this.listings = listings;
    this.counts = counts;
  }

  @QueryMapping
  Mono<Product> product(@Argument UUID id) {
    return products.byId(List.of(id)).singleOrEmpty();
  }

  @QueryMapping
  Mono<Product> productBySku(@Argument UUID sellerId, @Argument String sku) {
    return products.bySku(sellerId, sku);
  }

  @QueryMapping
  Mono<ProductPage> products(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable ProductFilter filter,
      @Argument @Nullable String search,
      @Argument @Nullable ProductSort sort) {
    return listings.page(first, after, Listing.of(filter, search, sort));
  }

  @SchemaMapping(typeName = "ProductConnection")
  Mono<Integer> totalCount(ProductPage products) {
    return products.totalCount();
  }

  @SchemaMapping(typeName = "ProductConnection")
  @Nullable String correction(ProductPage products) {
    return products.correction();
  }

  @SchemaMapping(typeName = "ProductConnection")
  Mono<ProductFacets> facets(ProductPage products, DataFetchingFieldSelectionSet selection) {
    Set<Facet> selected =
        Stream.of(Facet.values())
            .filter(facet -> selection.contains(facet.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Facet.class)));
    return selected.isEmpty() && !selection.contains("complete")
        ? Mono.just(ProductFacets.NONE)
        : counts.of(products.listing(), selected);
  }

  @EntityMapping(name = "Product")
  Mono<List<@Nullable Product>> products(@Argument List<UUID> idList) {
    return products
        .byId(idList)
        .collectMap(Product::id)
        .map(found -> idList.stream().<@Nullable Product>map(found::get).toList());
  }
}
