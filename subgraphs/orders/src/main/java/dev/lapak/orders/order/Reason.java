package dev.lapak.orders.order;

import dev.lapak.platform.text.Plain;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody decided so, in their words.
 *
 * @param text trimmed; empty if there is none to be read
 */
public record Reason(String text) {

  private static final int MAX_LENGTH = 500;

  public static Reason of(@Nullable String raw) {
    return new Reason(raw == null || Plain.line(raw).isEmpty() ? "" : raw.strip());
  }

  public boolean isGiven() {
    return !text.isEmpty();
  }

  public boolean isTooLong() {
    return text.codePointCount(0, text.length()) > MAX_LENGTH;
  }

  public @Nullable String orNull() {
    return isGiven() ? text : null;
  }
}
