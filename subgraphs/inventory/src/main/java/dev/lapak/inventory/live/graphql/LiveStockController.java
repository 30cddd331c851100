package dev.lapak.inventory.live.graphql;

import dev.lapak.inventory.Ids;
import dev.lapak.inventory.Product;
import dev.lapak.inventory.live.LiveStock;
import dev.lapak.inventory.live.StockEvent;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.outbox.PositionCursor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class LiveStockController {

  private static final int MAX_PRODUCTS = 100;

  private final LiveStock live;

  LiveStockController(LiveStock live) {
    this.live = live;
  }

  @SubscriptionMapping
  Flux<StockEvent> stockChanged(
      @Argument List<String> productIds, @Argument @Nullable String after) {
    return Flux.defer(
        () ->
            live.follow(
                products(productIds), after == null ? 0 : PositionCursor.parse(after).position()));
  }

  @SchemaMapping
  Product product(StockEvent event) {
    return new Product(event.productId());
  }

  private static Set<UUID> products(List<String> ids) {
    if (ids.isEmpty() || ids.size() > MAX_PRODUCTS) {
      throw RequestException.badUserInput(
          "productIds: 1 to %d, not %d.".formatted(MAX_PRODUCTS, ids.size()));
    }
    Set<UUID> products = new LinkedHashSet<>();
    for (String id : ids) {
      products.add(
          Ids.parse(id)
              .orElseThrow(
                  () -> RequestException.badUserInput("productIds: '" + id + "' is not an id.")));
    }
    return products;
  }
}
