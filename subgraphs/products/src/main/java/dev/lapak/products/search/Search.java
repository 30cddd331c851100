package dev.lapak.products.search;

import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.text.Length;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for.
 *
 * @param correction how it is read; null: as it was written
 */
public record Search(String text, @Nullable Correction correction) {

  private static final int MAX_LENGTH = 200;

  /** Null for a blank text. */
  public static @Nullable Search of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (!Length.isWithin(text, 1, MAX_LENGTH)) {
      throw RequestException.badUserInput("search has more than " + MAX_LENGTH + " characters.");
    }
    return new Search(text.strip(), null);
  }

  /** How it is read, as a cursor holds it. */
  public String key() {
    return correction == null ? "" : correction.key();
  }

  /** Read as a cursor says. */
  public Search reading(String key) {
    return key.isEmpty() ? this : corrected(Correction.ofKey(key));
  }

  Search corrected(Correction correction) {
    return new Search(text, correction);
  }
}
