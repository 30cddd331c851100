package dev.lapak.inventory.transfer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many of a product are sent.
 *
 * @param received how many arrived; null unless the transfer was received
 */
public record TransferLine(UUID productId, int quantity, @Nullable Integer received) {

  /** How many were written off; null unless the transfer was received. */
  public @Nullable Integer missing() {
    return received == null ? null : quantity - received;
  }

  TransferLine receiving(int count) {
    return new TransferLine(productId, quantity, count);
  }
}
