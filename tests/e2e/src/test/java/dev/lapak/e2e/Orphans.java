package dev.lapak.e2e;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reservations that have no order, as an admin finds them. */
final class Orphans {

  static final String LIST =
      """
      query ($after: String) {
        orphanedReservations(first: 100, after: $after) {
          edges { node { id createdAt expiresAt lines { product { id title } quantity } } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  private Orphans() {}

  /**
   * Those that hold the product; on all pages, since each looks at some of the reservations only.
   */
  static List<String> of(Person admin, String product) {
    List<String> found = new ArrayList<>();
    Map<String, Object> after = new HashMap<>();
    while (true) {
      Answer page = admin.now(LIST, after);
      found.addAll(
          page.get(
              "orphanedReservations.edges[?('%s' in @.node.lines[*].product.id)].node.id"
                  .formatted(product)));
      if (!page.<Boolean>get("orphanedReservations.pageInfo.hasNextPage")) {
        return found;
      }
      after.put("after", page.get("orphanedReservations.pageInfo.endCursor"));
    }
  }
}
