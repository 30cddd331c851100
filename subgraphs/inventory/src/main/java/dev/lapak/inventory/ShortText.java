package dev.lapak.inventory;

import dev.lapak.platform.text.Length;
import dev.lapak.platform.text.Plain;
import java.util.Optional;

/** One line of text that a person wrote. */
public final class ShortText {

  private ShortText() {}

  /**
   * The text without blanks around it and with a blank for each control character; nothing if it is
   * empty then or longer than {@code max} characters.
   */
  public static Optional<String> of(String raw, int max) {
    String text = Plain.line(raw);
    return Length.isWithin(text, 1, max) ? Optional.of(text) : Optional.empty();
  }
}
