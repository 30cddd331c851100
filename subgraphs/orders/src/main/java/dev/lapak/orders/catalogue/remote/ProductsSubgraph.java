package dev.lapak.orders.catalogue.remote;

import dev.lapak.orders.Gathering;
import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.catalogue.Catalogue;
import dev.lapak.platform.money.Money;
import dev.lapak.platform.remote.RemoteProperties;
import dev.lapak.platform.remote.Subgraphs;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class ProductsSubgraph implements Catalogue {

  private static final String QUERY =
      """
      query Products($ids: [ID!]!) {
        productsForCheckout(ids: $ids) { id sku title price { amount currency } sellerId status }
      }""";

  private final HttpGraphQlClient products;
  private final Duration timeout;
  private final Gathering<Collection<UUID>, Map<UUID, Product>> lookups =
      Gathering.ofLookups(this::find);

  ProductsSubgraph(Subgraphs subgraphs, RemoteProperties remote) {
    this.products = subgraphs.named("products");
    this.timeout = remote.timeout();
  }

  /** Perhaps with others' that were asked for at the same time. */
  @Override
  public Mono<Map<UUID, Product>> products(Collection<UUID> ids) {
    return lookups.ask(ids);
  }

  private Mono<Map<UUID, Product>> find(Collection<UUID> ids) {
    return products
        .document(QUERY)
        .variable("ids", ids)
        .retrieve("productsForCheckout")
        .<@Nullable ProductForCheckout>toEntityList(ProductForCheckout.class)
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("no answer")))
        .timeout(timeout)
        .onErrorMap(failure -> new UnavailableException("products", failure))
        .map(
            found ->
                found.stream()
                    .filter(Objects::nonNull)
                    .map(ProductForCheckout::product)
                    .collect(Collectors.toMap(Product::id, Function.identity())));
  }

  record ProductForCheckout(
      UUID id, String sku, String title, Price price, UUID sellerId, String status) {

    Product product() {
      return new Product(
          id,
          sku,
          title,
          Money.of(price.amount(), price.currency()),
          sellerId,
          status.equals("ARCHIVED"));
    }
  }

  record Price(String amount, String currency) {}
}
