package dev.lapak.orders.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lapak.orders.order.Contact;
import dev.lapak.orders.order.Remarks;
import dev.lapak.platform.money.Money;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an input comes to, in hexadecimal, since the driver garbles arrays of bytes. Each part says
 * how long it is, so that none runs into the next.
 */
final class InputHash {

  private static final int WISH_BYTES = 2 * Long.BYTES + Integer.BYTES;

  private InputHash() {}

  static String of(CheckoutRequest request, List<Wish> wishes) {
    ByteBuffer bytes =
        ByteBuffer.allocate(1 + Long.BYTES + Integer.BYTES + wishes.size() * WISH_BYTES);
    bytes.put((byte) (request.fromCart() ? 1 : 0));
    bytes.putLong(request.payWithin() == null ? -1 : request.payWithin().toSeconds());
    bytes.putInt(wishes.size());
    for (Wish wish : wishes) {
      bytes
          .putLong(wish.productId().getMostSignificantBits())
          .putLong(wish.productId().getLeastSignificantBits())
          .putInt(wish.quantity());
    }
    MessageDigest digest = sha256();
    digest.update(bytes.array());
    if (request.expectedTotals() != null) {
      request.expectedTotals().stream()
          .map(Money::toString)
          .sorted()
          .forEach(total -> add(digest, total));
    }
    if (!request.remarks().equals(Remarks.NONE)) {
      add(digest, request.remarks());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Remarks remarks) {
    Contact contact = remarks.contact();
    add(digest, "remarks");
    if (contact != null) {
      Stream.of(contact.name(), contact.email(), contact.phone())
          .forEach(text -> add(digest, text));
    }
    add(digest, remarks.note());
    add(digest, remarks.metadata());
  }

  private static void add(MessageDigest digest, @Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
    digest.update(
        ByteBuffer.allocate(Integer.BYTES).putInt(text == null ? -1 : bytes.length).array());
    digest.update(bytes);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
