package dev.lapak.inventory.reservation.graphql;

import dev.lapak.inventory.Ids;
import dev.lapak.platform.error.RequestException;
import java.util.List;
import java.util.UUID;

/** Ids and how many of them, as another service sends them. */
final class ReservationIds {

  private static final int MAX = 1_000;

  private ReservationIds() {}

  static List<UUID> parse(List<String> ids) {
    requireCount("ids", ids.size());
    return ids.stream().map(id -> parse("ids", id)).toList();
  }

  static UUID parse(String field, String id) {
    return Ids.parse(id)
        .orElseThrow(() -> RequestException.badUserInput(field + ": '" + id + "' is not an id."));
  }

  static void requireCount(String field, int count) {
    if (count < 1 || count > MAX) {
      throw RequestException.badUserInput("%s: 1 to %,d, not %,d.".formatted(field, MAX, count));
    }
  }
}
