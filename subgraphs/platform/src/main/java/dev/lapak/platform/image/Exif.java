package dev.lapak.platform.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing that a camera wrote down which must not get lost with the rest. */
final class Exif {

  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;

  private Exif() {}

  /**
   * @param tiff from its byte order mark on; one that is broken says nothing
   */
  static Orientation orientation(ByteBuffer tiff) {
    try {
      ByteBuffer file = tiff.slice();
      int mark = file.getShort();
      file.order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      file.position(4);
      file.position(file.getInt());
      int entries = Short.toUnsignedInt(file.getShort());
      for (int i = 0; i < entries; i++) {
        int at = file.position();
        if (Short.toUnsignedInt(file.getShort()) == ORIENTATION) {
          return Orientation.of(file.getShort(at + 8));
        }
        file.position(at + ENTRY);
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // Falls through.
    }
    return Orientation.UPRIGHT;
  }

  /** Whether the bytes there are this text. */
  static boolean isAt(ByteBuffer file, int position, String text) {
    if (file.limit() - position < text.length()) {
      return false;
    }
    byte[] bytes = new byte[text.length()];
    file.get(position, bytes);
    return new String(bytes, ISO_8859_1).equals(text);
  }
}
