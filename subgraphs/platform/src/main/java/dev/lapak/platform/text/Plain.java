package dev.lapak.platform.text;

/** What people wrote, without what no page could show. */
public final class Plain {

  private Plain() {}

  /**
   * One line: without blanks around it and with a blank for each control character; empty where
   * there is nothing to see. (Not for U+0000: whoever sends that is told so.)
   */
  public static String line(String raw) {
    String line =
        raw.codePoints()
            .map(character -> character != 0 && Character.isISOControl(character) ? ' ' : character)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return line.codePoints().allMatch(Plain::isInvisible) ? "" : line;
  }

  private static boolean isInvisible(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
