package dev.lapak.platform.page;

import dev.lapak.platform.error.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param first how many rows, 1 to {@value #MAX_FIRST}
 * @param after where it starts, null for the beginning
 */
public record PageRequest(int first, @Nullable Cursor after) {

  public static final int MAX_FIRST = 100;

  public PageRequest {
    if (first < 1 || first > MAX_FIRST) {
      throw RequestException.badUserInput(
          "first must be 1 to " + MAX_FIRST + ", not " + first + ".");
    }
  }

  /**
   * @param list names the list with its sort and filter; a cursor of another one is refused
   */
  public static PageRequest of(int first, @Nullable String after, String list) {
    return new PageRequest(first, after == null ? null : Cursor.parse(after, list));
  }

  /** One row more than asked for tells whether there is a next page. */
  public int limit() {
    return first + 1;
  }
}
