package dev.lapak.products.product.graphql;

import dev.lapak.platform.page.Connection;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductFilter;
import dev.lapak.products.product.ProductPages;
import dev.lapak.products.product.ProductSort;
import dev.lapak.products.product.Products;
import java.util.List;
import java.util.UUID;
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
  private final ProductPages pages;

  ProductController(Products products, ProductPages pages) {
    this.products = products;
    this.pages = pages;
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
  Mono<Connection<Product>> products(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable ProductFilter filter,
      @Argument ProductSort sort) {
    return pages.page(first, after, filter == null ? ProductFilter.NONE : filter, sort);
  }

  @SchemaMapping(typeName = "ProductConnection")
  Mono<Integer> totalCount(Connection<Product> products) {
    return products.totalCount();
  }

  @EntityMapping(name = "Product")
  Mono<List<@Nullable Product>> products(@Argument List<UUID> idList) {
    return products
        .byId(idList)
        .collectMap(Product::id)
        .map(found -> idList.stream().<@Nullable Product>map(found::get).toList());
  }
}
