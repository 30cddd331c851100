package dev.lapak.inventory.ledger.graphql;

import dev.lapak.inventory.Product;
import dev.lapak.inventory.ledger.Ledger;
import dev.lapak.inventory.ledger.StockAt;
import dev.lapak.inventory.ledger.StockMovement;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.viewer.Viewer;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class LedgerController {

  private final Ledger ledger;

  LedgerController(Ledger ledger) {
    this.ledger = ledger;
  }

  @QueryMapping
  Mono<Connection<StockMovement>> stockMovements(
      @Argument UUID productId,
      @Argument @Nullable UUID warehouseId,
      @Argument int first,
      @Argument @Nullable String after,
      @ContextValue Viewer viewer) {
    UUID seller = sellerOrAdmin(viewer);
    String list = "movements " + productId + " " + warehouseId;
    PageRequest page = PageRequest.of(first, after, list);
    return ledger
        .movements(productId, warehouseId, seller, page)
        .collectList()
        .map(
            rows ->
                Connection.of(
                    rows,
                    page,
                    movement -> Cursor.of(list, movement.madeAt(), movement.id()),
                    Mono.empty()));
  }

  @QueryMapping
  Flux<StockAt> stockAt(
      @Argument UUID productId, @Argument OffsetDateTime at, @ContextValue Viewer viewer) {
    return ledger.at(productId, at, sellerOrAdmin(viewer));
  }

  @SchemaMapping
  Product product(StockMovement movement) {
    return new Product(movement.productId());
  }

  @SchemaMapping
  @Nullable User madeBy(StockMovement movement) {
    return movement.madeBy() == null ? null : new User(movement.madeBy());
  }

  /** Whose products alone; null for an admin, who sees everybody's. */
  private static @Nullable UUID sellerOrAdmin(Viewer viewer) {
    return viewer.isAdmin() ? null : viewer.requireSeller();
  }

  /** The key alone: that a user exists is for users to say. */
  record User(UUID id) {}
}
