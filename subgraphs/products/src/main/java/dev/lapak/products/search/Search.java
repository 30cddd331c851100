package dev.lapak.products.search;

import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.text.Length;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for.
 *
 * @param correction what is searched for instead; null: what was typed
 */
public record Search(String text, @Nullable String correction) {

  private static final int MAX_LENGTH = 200;

  /** As corrections are: words, a space between them; no half of a surrogate pair. */
  private static final Pattern WORDS =
      Pattern.compile("[^\\p{Punct}\\p{Cntrl}\\p{Cs}\\s]+( [^\\p{Punct}\\p{Cntrl}\\p{Cs}\\s]+)*");

  /** Null for a blank text. */
  public static @Nullable Search of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!fits(text)) {
      throw RequestException.badUserInput("search has more than " + MAX_LENGTH + " characters.");
    }
    return new Search(text.strip(), null);
  }

  static boolean fits(String text) {
    return Length.isWithin(text, 1, MAX_LENGTH);
  }

  /** What is searched for. */
  public String read() {
    return correction == null ? text : correction;
  }

  /** How it is read, as a cursor holds it. */
  public String key() {
    return correction == null ? "" : correction;
  }

  /** Read as a cursor says, which clients may have made up. */
  public Search reading(String key) {
    if (key.isEmpty()) {
      return this;
    }
    if (!fits(key) || !WORDS.matcher(key).matches()) {
      throw Cursor.foreign();
    }
    return corrected(key);
  }

  public Search corrected(String correction) {
    return new Search(text, correction);
  }
}
