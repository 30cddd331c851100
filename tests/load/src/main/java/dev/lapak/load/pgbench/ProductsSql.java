package dev.lapak.load.pgbench;

import dev.lapak.load.workload.Catalogue;
import java.util.Map;

/** What products asks its database; as in its {@code product.r2dbc}, a test compares. */
final class ProductsSql {

  static final String COLUMNS =
      """
      products.id, products.seller_id, products.archived, products.version, products.sku,
        products.title, products.description, products.price, products.currency, products.tags,
        products.created_at, products.updated_at, categories.id, categories.slug, categories.name,
        products.images
      """;

  static final String TABLES =
      "FROM products LEFT JOIN categories ON categories.id = products.category_id\n";

  private static final String SELECT = "SELECT " + COLUMNS + TABLES;

  /** A page, and one more to see whether another follows. */
  static final String PAGE =
      SELECT
          + """
          WHERE NOT products.archived AND products.id < :after
          ORDER BY products.id DESC
          LIMIT :limit
          """;

  static final Map<String, String> PAGE_TYPES = Map.of("after", "uuid", "limit", "bigint");

  static final String BY_ID =
      SELECT
          + """
          WHERE products.id = ANY (:ids)
          """;

  static final Map<String, String> BY_ID_TYPES = Map.of("ids", "uuid[]");

  private ProductsSql() {}

  static Map<String, String> page(Catalogue.Product before) {
    return Map.of("after", before.id(), "limit", String.valueOf(Catalogue.PAGE + 1));
  }

  static Map<String, String> product(Catalogue.Product product) {
    return Map.of("ids", "{" + product.id() + "}");
  }
}
