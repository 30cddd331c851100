package dev.lapak.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Whether bytes have the outer form of a file: its mark, its parts in place and its end. Enough to
 * send away what was renamed or cut off; what is in the parts is for whoever opens them.
 */
final class FileForm {

  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int PNG_CHUNK = 12;

  private static final int JPEG_START = 0xFFD8;
  private static final int JPEG_SCAN = 0xFFDA;
  private static final int MARKER = 0xFF00;

  private static final int RIFF_HEAD = 8;
  private static final int WEBP_SMALLEST = 20;

  /** Where a PDF's end is looked for, as readers do. */
  private static final int PDF_TAIL = 1_024;

  private FileForm() {}

  /** Chunks from IHDR to IEND, with picture data between, and nothing behind. */
  static boolean isPng(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    if (!startsWith(bytes, PNG_MARK)) {
      return false;
    }
    file.position(PNG_MARK.length);
    boolean first = true;
    boolean picture = false;
    while (file.remaining() >= PNG_CHUNK) {
      int length = file.getInt();
      String type = text(bytes, file.position(), 4);
      if (length < 0 || length > file.remaining() - 8 || first != type.equals("IHDR")) {
        return false;
      }
      file.position(file.position() + 4 + length + 4);
      first = false;
      picture |= type.equals("IDAT");
      if (type.equals("IEND")) {
        return picture && !file.hasRemaining();
      }
    }
    return false;
  }

  /** Segments up to the first scan, a frame among them. Phones add their own behind the picture. */
  static boolean isJpeg(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    if (file.remaining() < 4 || unsigned(file) != JPEG_START) {
      return false;
    }
    boolean frame = false;
    while (file.remaining() >= 4) {
      int marker = unsigned(file);
      int length = unsigned(file);
      if ((marker & MARKER) != MARKER || length < 2 || length - 2 > file.remaining()) {
        return false;
      }
      if (marker == JPEG_SCAN) {
        return frame && endsPicture(bytes, file.position());
      }
      frame |= isFrame(marker & 0xFF);
      file.position(file.position() + length - 2);
    }
    return false;
  }

  /** One RIFF of the whole length whose first chunk is one of WebP's three. */
  static boolean isWebp(byte[] bytes) {
    if (bytes.length < WEBP_SMALLEST
        || !text(bytes, 0, 4).equals("RIFF")
        || !text(bytes, 8, 4).equals("WEBP")) {
      return false;
    }
    long length =
        Integer.toUnsignedLong(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
    String chunk = text(bytes, 12, 4);
    return length + RIFF_HEAD == bytes.length
        && (chunk.equals("VP8 ") || chunk.equals("VP8L") || chunk.equals("VP8X"));
  }

  /** The mark at the very beginning, and the end near the end. */
  static boolean isPdf(byte[] bytes) {
    if (bytes.length < 16 || !text(bytes, 0, 8).matches("%PDF-[12]\\.\\d")) {
      return false;
    }
    int tail = Math.max(0, bytes.length - PDF_TAIL);
    String end = text(bytes, tail, bytes.length - tail);
    return end.contains("startxref") && end.contains("%%EOF");
  }

  private static boolean isFrame(int marker) {
    // SOF0 to SOF15, less DHT, JPG and DAC, which lie between them.
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean endsPicture(byte[] bytes, int from) {
    for (int i = bytes.length - 2; i >= from; i--) {
      if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xD9) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  private static int unsigned(ByteBuffer file) {
    return Short.toUnsignedInt(file.getShort());
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, ISO_8859_1);
  }
}
