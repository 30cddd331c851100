package dev.lapak.products.imports.file;

/** What some programs write before the text. */
public final class ByteOrderMark {

  private ByteOrderMark() {}

  /** How many bytes of the file are UTF-8's mark. */
  public static int length(byte[] file) {
    return begins(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
  }

  /** Whether the file says that it is UTF-16. */
  public static boolean isForeign(byte[] file) {
    return begins(file, 0xFE, 0xFF) || begins(file, 0xFF, 0xFE);
  }

  private static boolean begins(byte[] file, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= file.length || (file[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
