package dev.lapak.platform.graphql;

import java.util.UUID;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads an {@code ID}. Nothing has an id that is no UUID, so it becomes the nil UUID, which nothing
 * has either: a look-up finds nothing, as the contracts say, and no resolver needs to care.
 */
final class IdConverter implements Converter<String, UUID> {

  private static final UUID NIL = new UUID(0, 0);

  @Override
  public UUID convert(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      return NIL;
    }
  }
}
