package dev.lapak.local.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is named in one database is known in the one that says who there is. */
final class Owners {

  private static final int PAGE = 5_000;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Databases databases;

  Owners(Databases databases) {
    this.databases = databases;
  }

  /** Nobody and nothing is ever deleted, and an owner never changes. */
  List<Finding> all() throws SQLException {
    return List.of(
        compare(
            "inventory",
            "product_owner",
            "a product's owner is who products says",
            "SELECT product_id AS id, seller_id FROM product_owner WHERE product_id > ? ORDER BY 1 LIMIT "
                + PAGE,
            "products",
            """
            SELECT id, seller_id FROM unnest(?::uuid[], ?::uuid[]) AS k (id, seller_id)
            EXCEPT SELECT id, seller_id FROM products
            """),
        compare(
            "products",
            "products",
            "a product's seller is known to users",
            "SELECT id, seller_id FROM products WHERE id > ? ORDER BY 1 LIMIT " + PAGE,
            "users",
            """
            SELECT k.id, k.seller_id FROM unnest(?::uuid[], ?::uuid[]) AS k (id, seller_id)
            WHERE NOT EXISTS (SELECT FROM sellers s WHERE s.id = k.seller_id)
            """),
        compare(
            "orders",
            "purchase",
            "a purchase's buyer is known to users",
            "SELECT id, buyer_id AS seller_id FROM purchase WHERE id > ? ORDER BY 1 LIMIT " + PAGE,
            "users",
            """
            SELECT k.id, k.seller_id AS buyer_id FROM unnest(?::uuid[], ?::uuid[]) AS k (id, seller_id)
            WHERE NOT EXISTS (SELECT FROM users u WHERE u.id = k.seller_id)
            """));
  }

  private Finding compare(
      String database, String table, String rule, String page, String owner, String unknown)
      throws SQLException {
    long checked = 0;
    List<Map<String, @Nullable Object>> broken = new ArrayList<>();
    UUID last = BEFORE_ALL;
    while (true) {
      List<Map<String, @Nullable Object>> rows;
      try (Snapshot named = databases.now(database)) {
        rows = named.rows(page, last);
      }
      try (Snapshot known = databases.now(owner)) {
        broken.addAll(known.rows(unknown, ids(rows, "id"), ids(rows, "seller_id")));
      }
      checked += rows.size();
      if (rows.size() < PAGE) {
        return new Finding(database + ", " + owner, table, rule, checked, broken.size(), broken);
      }
      last = (UUID) Objects.requireNonNull(rows.getLast().get("id"));
    }
  }

  private static UUID[] ids(List<Map<String, @Nullable Object>> rows, String column) {
    return rows.stream().map(row -> (UUID) row.get(column)).toArray(UUID[]::new);
  }
}
