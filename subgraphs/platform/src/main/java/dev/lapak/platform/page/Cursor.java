package dev.lapak.platform.page;

import dev.lapak.platform.error.RequestException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in a list: the keyset of a row, opaque to clients.
 *
 * @param list names the list with its sort and filter
 * @param keys the row's sort keys, last the unique one
 */
public record Cursor(String list, List<String> keys) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public Cursor {
    keys = List.copyOf(keys);
  }

  public static Cursor of(String list, Object... keys) {
    return new Cursor(list, Arrays.stream(keys).map(Object::toString).toList());
  }

  static Cursor parse(String text, String list) {
    List<String> parts = parts(text);
    if (parts.size() < 2 || !parts.getFirst().equals(mark(list))) {
      throw foreign();
    }
    return new Cursor(list, parts.subList(1, parts.size()));
  }

  private static List<String> parts(String text) {
    try {
      return List.of(JSON.readValue(Base64.getUrlDecoder().decode(text), String[].class));
    } catch (IllegalArgumentException | NullPointerException | JacksonException e) {
      throw foreign();
    }
  }

  String encode() {
    List<String> parts = Stream.concat(Stream.of(mark(list)), keys.stream()).toList();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
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
