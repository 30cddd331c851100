package dev.lapak.inventory.reconciliation.graphql;

import dev.lapak.inventory.Product;
import dev.lapak.inventory.reconciliation.Differences;
import dev.lapak.inventory.reconciliation.Differences.LevelKey;
import dev.lapak.inventory.reconciliation.Reconciliation;
import dev.lapak.inventory.reconciliation.StockDifference;
import dev.lapak.inventory.reconciliation.StuckReservation;
import dev.lapak.inventory.stock.StockPlace;
import dev.lapak.inventory.warehouse.Warehouse;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.viewer.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class ReconciliationController {

  private static final String DIFFERENCES = "stockReconciliation";
  private static final String STUCK = "stuckReservations";

  private final Reconciliation reconciliation;

  ReconciliationController(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @QueryMapping
  Mono<Connection<StockDifference>> stockReconciliation(
      @Argument int first, @Argument @Nullable String after, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    PageRequest page = PageRequest.of(first, after, DIFFERENCES);
    return reconciliation.differences(page).map(found -> connection(found, page));
  }

  /** Goes on where it was looked last, though there may be nothing wrong. */
  private static Connection<StockDifference> connection(Differences all, PageRequest page) {
    Connection<StockDifference> found =
        Connection.of(
            all.found(),
            page,
            one -> cursor(one.level().productId(), one.level().warehouse().id()),
            Mono.empty());
    LevelKey last = all.last();
    return found.pageInfo().hasNextPage() || last == null
        ? found
        : found.searchedTo(cursor(last.productId(), last.warehouseId()), !all.isEnd());
  }

  private static Cursor cursor(Object product, Object warehouse) {
    return Cursor.of(DIFFERENCES, product, warehouse);
  }

  @QueryMapping
  Mono<Connection<StuckReservation>> stuckReservations(
      @Argument int first, @Argument @Nullable String after, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    PageRequest page = PageRequest.of(first, after, STUCK);
    return reconciliation
        .stuck(page)
        .collectList()
        .map(
            rows ->
                Connection.of(
                    rows, page, one -> Cursor.of(STUCK, one.expiresAt(), one.id()), Mono.empty()));
  }

  @MutationMapping
  Mono<RepairStockPayload> repairStock(
      @Argument RepairStockInput input, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    return reconciliation
        .repair(
            viewer.requireUser(),
            new StockPlace(input.productId(), input.warehouseId()),
            input.reason())
        .map(RepairStockPayload::of);
  }

  @SchemaMapping
  Product product(StockDifference difference) {
    return new Product(difference.level().productId());
  }

  @SchemaMapping
  Warehouse warehouse(StockDifference difference) {
    return difference.level().warehouse();
  }

  @SchemaMapping
  int onHand(StockDifference difference) {
    return difference.level().onHand();
  }

  @SchemaMapping
  int reserved(StockDifference difference) {
    return difference.level().reserved();
  }

  record RepairStockInput(String productId, String warehouseId, String reason) {}
}
