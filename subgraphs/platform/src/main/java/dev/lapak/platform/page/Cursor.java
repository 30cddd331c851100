package dev.lapak.platform.page;

import dev.lapak.platform.error.RequestException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A place in a list: the keyset of a row, opaque to clients.
 *
 * @param list names the list with its sort and filter
 * @param keys the row's sort keys, last the unique one
 */
public record Cursor(String list, List<String> keys) {

  private static final String SEPARATOR = "\u001f";

  public Cursor {
    keys = List.copyOf(keys);
  }

  public static Cursor of(String list, Object... keys) {
    return new Cursor(list, Arrays.stream(keys).map(Object::toString).toList());
  }

  static Cursor parse(String text, String list) {
    String decoded;
    try {
      decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
    List<String> parts = List.of(decoded.split(SEPARATOR, -1));
    if (parts.size() < 2 || !parts.getFirst().equals(mark(list))) {
      throw foreign();
    }
    return new Cursor(list, parts.subList(1, parts.size()));
  }

  String encode() {
    String plain = mark(list) + SEPARATOR + String.join(SEPARATOR, keys);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Says that a key is not what this list sorts by: somebody made the cursor up. */
  public static RequestException foreign() {
    return RequestException.badUserInput(
        "after is not a cursor of this list with this sort and filter.");
  }

  private static String mark(String list) {
    return Integer.toHexString(list.hashCode());
  }
}
