package dev.lapak.inventory.reconciliation;

import dev.lapak.inventory.Ids;
import dev.lapak.inventory.ShortText;
import dev.lapak.inventory.stock.StockChange;
import dev.lapak.inventory.stock.StockPlace;
import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.page.PageRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an admin can do about counters. */
@Service
public class Reconciliation {

  private final ReconciliationStore store;

  Reconciliation(ReconciliationStore store) {
    this.store = store;
  }

  /** The levels that are wrong, of a bounded stretch. */
  public Mono<Differences> differences(PageRequest page) {
    return store.differences(page);
  }

  /** Active reservations that were over long ago. */
  public Flux<StuckReservation> stuck(PageRequest page) {
    return store.stuck(page);
  }

  /** Makes a level right, if it is not. */
  public Mono<Outcome<Repair, InputError<RepairErrorCode>>> repair(
      UUID user, StockPlace place, String rawReason) {
    Optional<String> reason = ShortText.of(rawReason, StockChange.MAX_REASON);
    if (reason.isEmpty()) {
      return Mono.just(Outcome.refused(RepairErrors.reasonLength()));
    }
    Optional<UUID> product = Ids.parse(place.productId());
    Optional<UUID> warehouse = Ids.parse(place.warehouseId());
    return product.isEmpty() || warehouse.isEmpty()
        ? Mono.just(Outcome.refused(RepairErrors.notFound()))
        : store.repair(product.get(), warehouse.get(), user, reason.get());
  }
}
