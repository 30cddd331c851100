package dev.lapak.products.imports;

/** What is told of a text that may be as long as its file. */
public final class Excerpt {

  private static final int MAX = 100;

  private Excerpt() {}

  /** Its first 100 characters, with an ellipsis where there are more. */
  public static String of(String text) {
    return text.codePointCount(0, text.length()) > MAX
        ? text.substring(0, text.offsetByCodePoints(0, MAX)) + "…"
        : text;
  }
}
