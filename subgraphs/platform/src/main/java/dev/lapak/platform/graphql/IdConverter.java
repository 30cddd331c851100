package dev.lapak.platform.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads an {@code ID}. Nothing has an id that is no UUID, so each such text becomes a UUID of its
 * own that nothing has either: a look-up finds nothing, as the contracts say, two of them are two,
 * and no resolver needs to care.
 */
final class IdConverter implements Converter<String, UUID> {

  @Override
  public UUID convert(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      // Version 3, made from a name; ours are random (4) or ordered by time (7).
      return UUID.nameUUIDFromBytes(id.getBytes(UTF_8));
    }
  }
}
