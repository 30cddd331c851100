package dev.lapak.platform.text;

/** What people wrote, without what no page could show. */
public final class Plain {

  private Plain() {}

  /** One line: without blanks around it and with a blank for each control character. */
  public static String line(String raw) {
    return raw.codePoints()
        .map(character -> Character.isISOControl(character) ? ' ' : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
