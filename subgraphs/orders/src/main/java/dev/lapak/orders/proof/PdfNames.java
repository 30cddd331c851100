package dev.lapak.orders.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** The names in a PDF's bytes, such as {@code /Type}, wherever they stand and however written. */
final class PdfNames {

  /** Longer ones say nothing that is looked for here. */
  private static final int MAX_LENGTH = 32;

  private static final String DELIMITERS = "()<>[]{}/%";

  private PdfNames() {}

  /**
   * @param seen takes each name without its slash
   */
  static void each(byte[] bytes, Consumer<String> seen) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '/') {
        int end = end(bytes, i + 1);
        if (end > i + 1 && end - i <= 3 * MAX_LENGTH) {
          seen.accept(name(bytes, i + 1, end));
        }
        i = end - 1;
      }
    }
  }

  /** Where a word ends that begins there. */
  static int end(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] > ' ' && DELIMITERS.indexOf(bytes[at]) < 0) {
      at++;
    }
    return at;
  }

  static boolean isWhite(byte character) {
    return switch (character) {
      case 0, '\t', '\n', '\f', '\r', ' ' -> true;
      default -> false;
    };
  }

  /** {@code #4A} is another way to write J. */
  static String name(byte[] bytes, int from, int end) {
    ByteArrayOutputStream name = new ByteArrayOutputStream(end - from);
    for (int i = from; i < end; i++) {
      int high = i + 2 < end ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < end ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '#' && high >= 0 && low >= 0) {
        name.write(high << 4 | low);
        i += 2;
      } else {
        name.write(bytes[i]);
      }
    }
    return name.toString(ISO_8859_1);
  }
}
