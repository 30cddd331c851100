package dev.lapak.orders.checkout;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to buy that can be worked on.
 *
 * @param wishes each product once
 * @param payWithin null for the shop's own
 */
public record CheckoutRequest(
    UUID buyer, String key, List<Wish> wishes, @Nullable Duration payWithin) {

  private static final int WISH_BYTES = 2 * Long.BYTES + Integer.BYTES;

  public CheckoutRequest {
    wishes = List.copyOf(wishes);
  }

  List<UUID> products() {
    return wishes.stream().map(Wish::productId).toList();
  }

  /** Equal for inputs that ask for the same. */
  public byte[] hash() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + wishes.size() * WISH_BYTES);
    bytes.putLong(payWithin == null ? -1 : payWithin.toSeconds());
    for (Wish wish : wishes) {
      bytes
          .putLong(wish.productId().getMostSignificantBits())
          .putLong(wish.productId().getLeastSignificantBits())
          .putInt(wish.quantity());
    }
    return sha256(bytes.array());
  }

  /** An order per product at most. */
  public int maxOrders() {
    return wishes.size();
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
