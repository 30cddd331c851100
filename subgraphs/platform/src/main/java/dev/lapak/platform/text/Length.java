package dev.lapak.platform.text;

/** How long a text is to people: an emoji counts one, though Java and UTF-8 need more for it. */
public final class Length {

  private Length() {}

  public static int of(String text) {
    return text.codePointCount(0, text.length());
  }

  public static boolean isWithin(String text, int min, int max) {
    int length = of(text);
    return length >= min && length <= max;
  }
}
