package dev.lapak.orders.checkout;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A checkout on its way. Twins and retries share it, and so its reservations.
 *
 * @param maxOrders it has no more reservations than that
 */
public record Attempt(UUID id, int maxOrders) {

  private static final int INPUT_BYTES = 2 * Long.BYTES + Integer.BYTES;

  /** The ids of so many reservations, each for an order; the same each time. */
  List<UUID> reservations(int orders) {
    return IntStream.range(0, orders).mapToObj(this::reservation).toList();
  }

  /** All that there can be. */
  List<UUID> reservations() {
    return reservations(maxOrders);
  }

  /** A UUID of version 8: whose bits are the maker's own. */
  private UUID reservation(int index) {
    byte[] input =
        ByteBuffer.allocate(INPUT_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .putInt(index)
            .array();
    ByteBuffer hash = ByteBuffer.wrap(InputHash.sha256().digest(input));
    long high = hash.getLong() & ~0xF000L | 0x8000L;
    long low = hash.getLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low);
  }
}
