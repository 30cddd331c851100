package dev.lapak.inventory.availability.graphql;

import dev.lapak.inventory.Ids;
import dev.lapak.inventory.Product;
import dev.lapak.inventory.availability.Availabilities;
import dev.lapak.inventory.availability.Availability;
import dev.lapak.inventory.stock.StockLevel;
import dev.lapak.platform.viewer.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class ProductController {

  private final Availabilities availabilities;

  ProductController(Availabilities availabilities) {
    this.availabilities = availabilities;
  }

  /** Asks nobody, so that a page of products with their availability is one statement. */
  @EntityMapping
  List<@Nullable Product> product(@Argument List<@Nullable String> idList) {
    return idList.stream()
        .map(id -> id == null ? null : Ids.parse(id).map(Product::new).orElse(null))
        .toList();
  }

  @BatchMapping
  Flux<Availability> availability(List<Product> products) {
    List<UUID> ids = products.stream().map(Product::id).toList();
    return availabilities.of(ids).flatMapIterable(found -> ids.stream().map(found::get).toList());
  }

  @SchemaMapping
  Product product(StockLevel level) {
    return new Product(level.productId());
  }

  @BatchMapping
  Mono<Map<Availability, List<StockLevel>>> byWarehouse(
      List<Availability> availabilities, @ContextValue Viewer viewer) {
    return this.availabilities
        .byWarehouse(availabilities.stream().map(Availability::productId).toList(), viewer)
        .map(
            levels -> {
              Map<Availability, List<StockLevel>> visible = new HashMap<>();
              for (Availability availability : availabilities) {
                List<StockLevel> own = levels.get(availability.productId());
                if (own != null) {
                  visible.put(availability, own);
                }
              }
              return visible;
            });
  }
}
