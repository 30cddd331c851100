package dev.lapak.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.scalar.StoredTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
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
    if (parts.size() < 2
        || !parts.getFirst().equals(mark(list))
        || !parts.stream().allMatch(UTF_8.newEncoder()::canEncode)) {
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

  /**
   * A key that is an id.
   *
   * @throws RequestException if it is none, or not there
   */
  public UUID id(int index) {
    try {
      return UUID.fromString(key(index));
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  /**
   * A key that is a time.
   *
   * @throws RequestException if it is none, or not there
   */
  public OffsetDateTime time(int index) {
    return StoredTime.parse(key(index)).orElseThrow(Cursor::foreign);
  }

  private String key(int index) {
    if (index >= keys.size()) {
      throw foreign();
    }
    return keys.get(index);
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
