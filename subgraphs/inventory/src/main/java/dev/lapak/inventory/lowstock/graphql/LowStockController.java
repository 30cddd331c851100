package dev.lapak.inventory.lowstock.graphql;

import dev.lapak.inventory.Product;
import dev.lapak.inventory.lowstock.LowStock;
import dev.lapak.inventory.lowstock.ThresholdErrorCode;
import dev.lapak.inventory.lowstock.Thresholds;
import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class LowStockController {

  private final Thresholds thresholds;

  LowStockController(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @QueryMapping
  Mono<Connection<LowStock>> lowStock(
      @Argument int first, @Argument @Nullable String after, @ContextValue Viewer viewer) {
    UUID seller = viewer.requireSeller();
    String list = "lowStock " + seller;
    PageRequest page = PageRequest.of(first, after, list);
    return thresholds
        .low(seller, page)
        .collectList()
        .map(
            rows ->
                Connection.of(rows, page, low -> Cursor.of(list, low.productId()), Mono.empty()));
  }

  @MutationMapping
  Mono<LowStockThresholdPayload> setLowStockThreshold(
      @Argument SetLowStockThresholdInput input, @ContextValue Viewer viewer) {
    return thresholds
        .set(viewer.requireSeller(), input.productId(), input.threshold())
        .map(LowStockThresholdPayload::of);
  }

  @BatchMapping
  Mono<Map<Product, Integer>> lowStockThreshold(
      List<Product> products, @ContextValue Viewer viewer) {
    if (!viewer.isAdmin() && viewer.sellerId() == null) {
      return Mono.just(Map.of());
    }
    return thresholds
        .of(
            products.stream().map(Product::id).toList(),
            viewer.isAdmin() ? null : viewer.sellerId())
        .map(
            found ->
                products.stream()
                    .distinct()
                    .filter(product -> found.containsKey(product.id()))
                    .collect(
                        Collectors.toMap(product -> product, product -> found.get(product.id()))));
  }

  @SchemaMapping
  Product product(LowStock low) {
    return new Product(low.productId());
  }

  record SetLowStockThresholdInput(String productId, @Nullable Integer threshold) {}

  record LowStockThresholdPayload(
      @Nullable Product product, List<InputError<ThresholdErrorCode>> errors) {

    static LowStockThresholdPayload of(Outcome<UUID, InputError<ThresholdErrorCode>> outcome) {
      return switch (outcome) {
        case Outcome.Done(UUID product) ->
            new LowStockThresholdPayload(new Product(product), List.of());
        case Outcome.Refused(List<InputError<ThresholdErrorCode>> errors) ->
            new LowStockThresholdPayload(null, errors);
      };
    }
  }
}
