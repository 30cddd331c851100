package dev.lapak.orders;

import java.util.regex.Pattern;

/** What a client names a wish with, so that it is fulfilled once. */
public final class IdempotencyKey {

  /** For who sends another one. */
  public static final String FORM = "A key is 1 to 100 printable ASCII characters.";

  private static final Pattern KEY = Pattern.compile("[ -~]{1,100}");

  private IdempotencyKey() {}

  public static boolean isValid(String key) {
    return KEY.matcher(key).matches();
  }
}
