package dev.lapak.products.product.graphql;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.money.Money;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductOwner;
import dev.lapak.products.product.ProductStatus;
import dev.lapak.products.product.Products;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What only other subgraphs may ask. */
@Controller
final class InternalController {

  private static final int MAX_IDS = 1_000;

  private final Products products;

  InternalController(Products products) {
    this.products = products;
  }

  record ProductForCheckout(
      UUID id, String sku, String title, Money price, UUID sellerId, ProductStatus status) {

    static ProductForCheckout of(Product product) {
      return new ProductForCheckout(
          product.id(),
          product.sku(),
          product.title(),
          product.price(),
          product.seller().id(),
          product.status());
    }
  }

  @QueryMapping
  Mono<List<@Nullable ProductForCheckout>> productsForCheckout(
      @Argument List<UUID> ids, @ContextValue Caller caller) {
    caller.require("orders");
    return products
        .byId(bounded(ids))
        .collectMap(Product::id, ProductForCheckout::of)
        .map(found -> ids.stream().<@Nullable ProductForCheckout>map(found::get).toList());
  }

  @QueryMapping
  Mono<List<@Nullable ProductOwner>> productOwners(
      @Argument List<UUID> ids, @ContextValue Caller caller) {
    caller.require("inventory");
    return products
        .owners(bounded(ids))
        .collectMap(ProductOwner::id)
        .map(found -> ids.stream().<@Nullable ProductOwner>map(found::get).toList());
  }

  private static List<UUID> bounded(List<UUID> ids) {
    if (ids.size() > MAX_IDS) {
      throw RequestException.badUserInput("At most " + MAX_IDS + " ids.");
    }
    return ids;
  }
}
