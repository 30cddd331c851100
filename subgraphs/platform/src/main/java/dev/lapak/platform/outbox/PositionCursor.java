package dev.lapak.platform.outbox;

import dev.lapak.platform.error.RequestException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;

/** A place in the events, opaque to clients. */
public record PositionCursor(long position) {

  private static final byte MARK = 'p';
  private static final int SIZE = 1 + Long.BYTES;

  /** Reads what a client sends back; anything else is {@code BAD_USER_INPUT}. */
  public static PositionCursor parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() == SIZE && bytes.get() == MARK) {
        long position = bytes.getLong();
        if (position >= 0) {
          return new PositionCursor(position);
        }
      }
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      // Falls through: it is not one of ours.
    }
    throw RequestException.badUserInput("after is not a cursor of an event.");
  }

  public String encode() {
    byte[] bytes = ByteBuffer.allocate(SIZE).put(MARK).putLong(position).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
