package dev.lapak.load.workload;

import dev.lapak.load.Trouble;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Counts stock right in inventory's database: through the door, each count is a transaction of its
 * own, and 100,000 of them take a quarter of an hour. The ledger says the same as the levels.
 *
 * @param url of the database
 * @param user its role
 */
public record StockSql(String url, String user, String password) {

  private static final String COUNT =
      """
      WITH given AS (SELECT unnest(?::uuid[]) AS product_id),
      owned AS (
        INSERT INTO product_owner (product_id, seller_id) SELECT product_id, ?::uuid FROM given
        ON CONFLICT DO NOTHING),
      counted AS (
        INSERT INTO stock_level (product_id, warehouse_id, on_hand)
        SELECT product_id, ?::uuid, 10 FROM given
        ON CONFLICT DO NOTHING
        RETURNING product_id, warehouse_id, on_hand)
      INSERT INTO stock_movement (product_id, warehouse_id, kind, delta, on_hand_after)
      SELECT product_id, warehouse_id, 'COUNT', on_hand, on_hand FROM counted
      """;

  /** Ten of each that has none yet in this warehouse. */
  void count(List<String> products, String seller, String warehouse) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      Array ids = connection.createArrayOf("text", products.toArray());
      count.setArray(1, ids);
      count.setString(2, seller);
      count.setString(3, warehouse);
      count.executeUpdate();
    } catch (SQLException e) {
      throw new Trouble("The stock can't be counted in %s: %s".formatted(url, e.getMessage()), e);
    }
  }
}
