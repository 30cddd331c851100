package dev.lapak.inventory;

import java.util.regex.Pattern;

/** By what a client marks a call that it may send again. */
public final class IdempotencyKey {

  private static final Pattern FORM = Pattern.compile("[ -~]{1,100}");

  private IdempotencyKey() {}

  /** Whether it is one: 1 to 100 printable ASCII characters. */
  public static boolean isValid(String key) {
    return FORM.matcher(key).matches();
  }
}
