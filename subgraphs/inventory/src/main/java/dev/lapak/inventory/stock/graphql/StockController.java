package dev.lapak.inventory.stock.graphql;

import dev.lapak.inventory.stock.Stock;
import dev.lapak.inventory.stock.StockPlace;
import dev.lapak.platform.viewer.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class StockController {

  private final Stock stock;

  StockController(Stock stock) {
    this.stock = stock;
  }

  @MutationMapping
  Mono<StockPayload> setStock(@Argument SetStockInput input, @ContextValue Viewer viewer) {
    return stock
        .set(
            viewer.requireSeller(),
            viewer.requireUser(),
            new StockPlace(input.productId(), input.warehouseId()),
            input.onHand(),
            input.expectedOnHand(),
            input.idempotencyKey())
        .map(StockPayload::of);
  }

  @MutationMapping
  Mono<StockPayload> adjustStock(@Argument AdjustStockInput input, @ContextValue Viewer viewer) {
    return stock
        .adjust(
            viewer.requireSeller(),
            viewer.requireUser(),
            new StockPlace(input.productId(), input.warehouseId()),
            input.delta(),
            input.reason(),
            input.idempotencyKey())
        .map(StockPayload::of);
  }

  record SetStockInput(
      String productId,
      String warehouseId,
      int onHand,
      int expectedOnHand,
      String idempotencyKey) {}

  record AdjustStockInput(
      String productId, String warehouseId, int delta, String reason, String idempotencyKey) {}
}
