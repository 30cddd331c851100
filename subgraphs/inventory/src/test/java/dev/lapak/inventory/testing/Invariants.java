package dev.lapak.inventory.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is true of the tables between any two transactions. */
public final class Invariants {

  /** Each finds the rows where one does not hold. */
  private static final Map<String, String> VIOLATIONS =
      Map.of(
          "reserved is what active reservations hold",
          """
          SELECT s.*, h.held FROM stock_level s LEFT JOIN (
            SELECT l.product_id, l.warehouse_id, sum(l.quantity) AS held
            FROM reservation_line l JOIN reservation r ON r.id = l.reservation_id
            WHERE r.status = 'ACTIVE' GROUP BY l.product_id, l.warehouse_id) h
            USING (product_id, warehouse_id)
          WHERE s.reserved <> coalesce(h.held, 0)
          """,
          "on hand is what the ledger adds up to",
          """
          SELECT s.*, m.moved FROM stock_level s LEFT JOIN (
            SELECT product_id, warehouse_id, sum(delta) AS moved FROM stock_movement
            GROUP BY product_id, warehouse_id) m USING (product_id, warehouse_id)
          WHERE s.on_hand <> coalesce(m.moved, 0)
          """,
          "a line is held exactly as long as its reservation is active",
          """
          SELECT r.*, l.* FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id
          WHERE l.held_until IS DISTINCT FROM CASE WHEN r.status = 'ACTIVE' THEN r.expires_at END
          """,
          "what was committed was sold once",
          """
          SELECT r.id, l.product_id, l.warehouse_id, l.quantity, m.sold FROM reservation r
          JOIN reservation_line l ON l.reservation_id = r.id
          FULL JOIN (
            SELECT reservation_id, product_id, warehouse_id, -sum(delta) AS sold FROM stock_movement
            WHERE kind = 'SALE' GROUP BY reservation_id, product_id, warehouse_id) m
            ON (m.reservation_id, m.product_id, m.warehouse_id)
              = (l.reservation_id, l.product_id, l.warehouse_id)
          WHERE coalesce(m.sold, 0) <> CASE WHEN r.status = 'COMMITTED' THEN l.quantity ELSE 0 END
          """,
          "every movement says what was on hand after it",
          """
          SELECT * FROM (
            SELECT m.*, sum(delta) OVER (PARTITION BY product_id, warehouse_id ORDER BY made_at, id) AS folded
            FROM stock_movement m) m
          WHERE on_hand_after <> folded
          """,
          "what was sent is on its way, has arrived, is back or is written off",
          """
          SELECT t.id, l.*, m.* FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id
          LEFT JOIN LATERAL (
            SELECT coalesce(sum(delta) FILTER (WHERE kind = 'TRANSFER_OUT' AND warehouse_id = t.source_id), 0) AS sent,
              coalesce(sum(delta) FILTER (WHERE kind = 'TRANSFER_IN' AND warehouse_id = t.destination_id), 0) AS arrived,
              coalesce(sum(delta) FILTER (WHERE kind = 'TRANSFER_BACK' AND warehouse_id = t.source_id), 0) AS back,
              sum(delta) AS all
            FROM stock_movement WHERE transfer_id = t.id AND product_id = l.product_id) m ON true
          WHERE m.sent <> -l.quantity OR m.all <> m.sent + m.arrived + m.back
            OR (l.received IS NOT NULL) <> (t.status = 'RECEIVED') OR m.arrived <> coalesce(l.received, 0)
            OR m.back <> CASE WHEN t.status = 'CANCELLED' THEN l.quantity ELSE 0 END
          """);

  private final JdbcTemplate database;

  Invariants(DataSource database) {
    this.database = new JdbcTemplate(database);
  }

  /** Fails with the rows where one does not hold. */
  public void check() {
    VIOLATIONS.forEach(
        (rule, sql) -> {
          List<Map<String, Object>> rows = database.queryForList(sql);
          assertThat(rows).as(rule).isEmpty();
        });
  }

  /** One value of the tables themselves. */
  public <T> T one(Class<T> type, String sql, Object... arguments) {
    return Objects.requireNonNull(database.queryForObject(sql, type, arguments));
  }

  /** Does something while somebody else has locked a product's levels. */
  public void whileLocked(UUID product, Runnable action) {
    database.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              connection.setAutoCommit(false);
              try (var lock =
                  connection.prepareStatement(
                      "SELECT 1 FROM stock_level WHERE product_id = ? FOR UPDATE")) {
                lock.setObject(1, product);
                lock.execute();
                action.run();
              } finally {
                connection.rollback();
              }
              return true;
            });
  }

  /** For a look at the tables themselves. */
  public JdbcTemplate database() {
    return database;
  }
}
