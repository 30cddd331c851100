package dev.lapak.inventory.stock;

import dev.lapak.platform.outcome.Outcome;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where levels and their ledger are kept. */
public interface StockStore {

  /**
   * Judges the change on the locked level and writes it with its movement, or answers what the call
   * that used its key did; in one transaction.
   *
   * @param seller whose product and warehouse it must be, else it is not there
   * @param user who does it
   */
  Mono<Outcome<StockLevel, StockError>> apply(UUID seller, UUID user, StockChange change);
}
