package dev.lapak.inventory;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as clients send them: any string. */
public final class Ids {

  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private Ids() {}

  /** Nothing if it can't be the id of anything. */
  public static Optional<UUID> parse(String id) {
    // UUID.fromString alone takes "1-1-1-1-1" too.
    return UUID_FORM.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
  }
}
