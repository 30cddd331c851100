package dev.lapak.orders.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Any number of orders of the last 400 days, written by SQL with their lines and events: of 20
 * sellers, of whom the first has a third of them, in two currencies; most of them completed.
 */
public final class ManyOrders {

  private static final String DRAW =
      """
      CREATE TEMP TABLE drawn ON COMMIT DROP AS
      SELECT i, at, uuidv7(at - now()) AS id, md5('buyer ' || i %% greatest(1, %1$d / 50))::uuid AS buyer,
        md5('seller ' || seller)::uuid AS seller, CASE WHEN seller %% 4 = 3 THEN 'IDR' ELSE 'GBP' END AS currency,
        CASE WHEN luck < 700 THEN 'COMPLETED' WHEN luck < 800 THEN 'CANCELLED' WHEN luck < 900 THEN 'EXPIRED'
          WHEN luck < 910 THEN 'PAYMENT_REVIEW' WHEN luck < 920 THEN 'PAID' WHEN luck < 930 THEN 'PROCESSING'
          WHEN luck < 935 THEN 'SHIPPED' WHEN luck < 940 THEN 'DELIVERED' ELSE 'PENDING_PAYMENT' END AS status,
        -- of those that were cancelled, every other one had been paid
        luck < 750 OR luck BETWEEN 910 AND 939 AS paid
      FROM (
        SELECT i, now() - interval '400 days' * (%1$d - i) / %1$d AS at, hashint4(i) & 1023 AS luck,
          CASE WHEN i %% 3 = 0 THEN 0 ELSE i %% 20 END AS seller
        FROM generate_series(1, %1$d) AS i) AS drawn
      """;

  private static final List<String> WRITE =
      List.of(
          """
          INSERT INTO purchase (id, buyer_id, idempotency_key, input_hash, created_at)
          SELECT md5('purchase ' || i)::uuid, buyer, i::text, '', at FROM drawn
          """,
          """
          INSERT INTO orders (id, purchase_id, buyer_id, seller_id, number, status, version, total, currency,
            created_at, expires_at, time_left, bank, account_holder, account_number, reference, reservation_id,
            held_until, paid_at, confirmed_at, delivered_at)
          SELECT id, md5('purchase ' || i)::uuid, buyer, seller,
            substr(lpad(i::text, 8, '0'), 1, 4) || '-' || substr(lpad(i::text, 8, '0'), 5), status,
            CASE WHEN NOT paid THEN 1 WHEN status = 'CANCELLED' THEN 3 ELSE 2 END,
            2 * (i % 997) + 3, currency, at,
            CASE status WHEN 'PENDING_PAYMENT' THEN now() + interval '1 day' END,
            CASE status WHEN 'PAYMENT_REVIEW' THEN interval '1 hour' END,
            'Bank', 'Holder', '1', 'LAPAK' || i, md5('reservation ' || i)::uuid, now() + interval '2 days',
            CASE WHEN paid THEN at + interval '1 hour' END,
            CASE WHEN status IN ('PROCESSING', 'SHIPPED', 'DELIVERED', 'COMPLETED') THEN at + interval '2 hours' END,
            CASE status WHEN 'DELIVERED' THEN now() WHEN 'COMPLETED' THEN at + interval '2 days' END
          FROM drawn
          """,
          """
          INSERT INTO order_line (order_id, place, product_id, sku, title, quantity, unit_price, total)
          SELECT id, place, md5('product ' || seller || (i * place) % 100)::uuid, 'S', 'T',
            CASE place WHEN 1 THEN 2 ELSE 3 END, CASE place WHEN 1 THEN i % 997 ELSE 1 END,
            CASE place WHEN 1 THEN 2 * (i % 997) ELSE 3 END
          FROM drawn, generate_series(1, 2) AS place ORDER BY i, place
          """,
          """
          INSERT INTO outbox (stream, seq, position, type, status, buyer_id, seller_id, acted_as, actor_id, occurred_at,
            reservation_id)
          SELECT id, seq, (SELECT coalesce(max(position), 0) FROM outbox) + row_number() OVER (ORDER BY happened, i, seq),
            type, what.status, buyer, seller, 'BUYER', buyer, happened, md5('reservation ' || i)::uuid
          FROM drawn, LATERAL (
            SELECT 1 AS seq, 'PLACED' AS type, 'PENDING_PAYMENT' AS status, at AS happened
            UNION ALL SELECT 2, 'PAYMENT_APPROVED', 'PAID', at + interval '1 hour' WHERE paid
            UNION ALL SELECT 3, 'CANCELLED', 'CANCELLED', at + interval '90 minutes'
              WHERE paid AND drawn.status = 'CANCELLED') AS what
          """);

  /** Nobody's stock was reserved for them, so there is nothing to settle. */
  private static final String SETTLED =
      """
      UPDATE outbox_consumer SET position = (SELECT max(position) FROM outbox) WHERE name = 'settlement'
      """;

  private ManyOrders() {}

  public static UUID seller(JdbcTemplate database, int index) {
    return id(database, "seller " + index);
  }

  public static UUID buyer(JdbcTemplate database, int index) {
    return id(database, "buyer " + index);
  }

  private static UUID id(JdbcTemplate database, String name) {
    return Objects.requireNonNull(database.queryForObject("SELECT md5(?)::uuid", UUID.class, name));
  }

  /** Into tables that have none; what they sold is not counted yet. */
  public static void write(JdbcTemplate database, int count) throws SQLException {
    try (Connection connection = Objects.requireNonNull(database.getDataSource()).getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Foreign keys hold by construction.
      statement.execute("SET LOCAL session_replication_role = replica");
      statement.execute(DRAW.formatted(count));
      for (String sql : WRITE) {
        statement.execute(sql);
      }
      statement.execute(SETTLED);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("VACUUM ANALYZE");
    }
  }
}
