package dev.lapak.inventory;

import java.util.Optional;

/** One line of text that a person wrote. */
public final class ShortText {

  private ShortText() {}

  /**
   * The text without blanks around it and with a blank for each control character, which PostgreSQL
   * or a page could not show; nothing if it is empty then or longer than {@code max} characters.
   */
  public static Optional<String> of(String raw, int max) {
    String text =
        raw.codePoints()
            .map(character -> Character.isISOControl(character) ? ' ' : character)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    int length = text.codePointCount(0, text.length());
    return length < 1 || length > max ? Optional.empty() : Optional.of(text);
  }
}
