package dev.lapak.inventory.live;

import dev.lapak.platform.outbox.PositionCursor;
import java.util.UUID;

/**
 * What of a product can be bought, as somebody is told.
 *
 * @param horizon what was changed by all transactions before this one has been told
 */
public record StockEvent(UUID productId, long sequence, int available, long horizon) {

  /** What resumes after it. */
  public String cursor() {
    return new PositionCursor(horizon).encode();
  }
}
