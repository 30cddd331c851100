package dev.lapak.products;

import dev.lapak.platform.testing.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * More than 100,000 products: the real catalogue of the demo, and 37 variants of each of its
 * products, with words of their own, other prices and 150 sellers.
 */
public final class LargeCatalogue {

  private static final Path DEMO = Path.of("../../local/src/main/resources/demo");

  private static final String MULTIPLY =
      """
      INSERT INTO products (seller_id, sku, title, description, price, currency, category_id, tags)
      SELECT md5(demo.seller || n % 50)::uuid,
        CASE WHEN n = 0 THEN demo.sku ELSE demo.sku || '-' || n END,
        CASE WHEN n = 0 THEN demo.title ELSE concat_ws(' ',
          (ARRAY['Vintage', 'Large', 'Small', 'Nordic', 'Rustic', 'Royal', 'Garden', 'Classic',
            'Modern', 'Tiny', 'Grand', 'Cosy'])[1 + n % 12],
          demo.title,
          (ARRAY['Oslo', 'Paris', 'Kyoto', 'Bandung', 'Lisbon', 'Vienna', 'Riga'])[1 + n % 7]) END,
        CASE WHEN n % 3 = 1 THEN format(
          'A %s for home and garden, from our collection no. %s. Made to last, easy to clean.',
          lower(demo.title), n) ELSE '' END,
        demo.price + n * 0.05, 'GBP', categories.id,
        coalesce(string_to_array(nullif(demo.tags, ''), '|'), '{}')
      FROM generate_series(0, 37) AS n, demo JOIN categories ON categories.slug = demo.category
      ORDER BY n, demo.sku
      """;

  private LargeCatalogue() {}

  public static void load(String database) throws SQLException, IOException {
    try (Connection connection = TestDatabase.dataSource(database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE demo (sku text, title text, price numeric, category text, tags text,"
              + " seller text, stock integer)");
      copy(connection, "demo", "catalogue.csv");
      copy(connection, "categories (slug, name)", "categories.csv");
      statement.execute(MULTIPLY);
    }
  }

  private static void copy(Connection connection, String table, String file)
      throws SQLException, IOException {
    try (Reader csv = Files.newBufferedReader(DEMO.resolve(file))) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + table + " FROM STDIN (FORMAT csv, HEADER)", csv);
    }
  }
}
