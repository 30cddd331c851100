package dev.lapak.inventory.transfer;

import dev.lapak.platform.outcome.Outcome;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where transfers are kept. What is not the seller's is not there. */
public interface TransferStore {

  /**
   * Judges it on the locked levels and lets the goods leave, or answers the transfer that was
   * started with its key; in one transaction.
   *
   * @param user who does it
   */
  Mono<Outcome<Transfer, TransferError>> start(UUID seller, UUID user, NewTransfer wanted);

  /** Ends it, exactly once, in one transaction; the same again answers it as it is. */
  Mono<Outcome<Transfer, TransferError>> end(UUID seller, UUID user, UUID id, TransferEnd end);
}
