package dev.lapak.inventory.reconciliation;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.page.PageRequest;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Compares counters with what they count. */
public interface ReconciliationStore {

  /** The levels that are wrong, of a bounded stretch. */
  Mono<Differences> differences(PageRequest page);

  /** Those first that were over first. */
  Flux<StuckReservation> stuck(PageRequest page);

  /**
   * Makes a level right, if it is not, in one transaction.
   *
   * @param user who does it
   */
  Mono<Outcome<Repair, InputError<RepairErrorCode>>> repair(
      UUID product, UUID warehouse, UUID user, String reason);
}
