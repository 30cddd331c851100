package dev.lapak.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Four real databases with a few orders in each state, one thing of which is wrong. */
class CheckTests {

  private static final List<String> SUBGRAPHS = List.of("users", "products", "inventory", "orders");
  private static final AtomicInteger COPIES = new AtomicInteger();

  private static EmbeddedPostgres server;
  private Map<String, DataSource> copies = Map.of();

  @BeforeAll
  static void prepare() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "off")
            .start();
    JdbcTemplate admin = new JdbcTemplate(server.getPostgresDatabase());
    for (String subgraph : SUBGRAPHS) {
      admin.execute("CREATE DATABASE " + subgraph);
      DataSource database = server.getDatabase("postgres", subgraph);
      Flyway.configure()
          .dataSource(database)
          .locations("classpath:db/" + subgraph)
          .load()
          .migrate();
      new JdbcTemplate(database).execute(Objects.requireNonNull(Story.OF.get(subgraph)));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void copy() {
    JdbcTemplate admin = new JdbcTemplate(server.getPostgresDatabase());
    copies = new HashMap<>();
    for (String subgraph : SUBGRAPHS) {
      String name = subgraph + COPIES.incrementAndGet();
      admin.execute("CREATE DATABASE " + name + " TEMPLATE " + subgraph);
      copies.put(subgraph, server.getDatabase("postgres", name));
    }
  }

  @Test
  void all_rules_hold_of_a_healthy_system() throws SQLException {
    List<Finding> findings = inspect();
    assertThat(findings).allMatch(Finding::holds);
    assertThat(findings)
        .filteredOn(finding -> !finding.table().equals("unsettled"))
        .as("looks at something")
        .allMatch(finding -> finding.checked() > 0);
    assertThat(findings).extracting(Finding::rule).doesNotHaveDuplicates();
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage(
            "inventory",
            "ALTER TABLE stock_level DROP CONSTRAINT stock_level_check; UPDATE stock_level SET on_hand = -1",
            "0 <= reserved <= on hand <= 1,000,000,000"),
        damage(
            "inventory",
            "UPDATE stock_level SET reserved = reserved + 1",
            "reserved is what active reservations hold"),
        damage(
            "inventory",
            "UPDATE stock_level SET on_hand = on_hand + 1",
            "on hand is what the ledger adds up to"),
        damage(
            "inventory",
            "UPDATE reservation_line SET held_until = now()",
            "a line is held exactly as long as its reservation is active"),
        damage(
            "inventory",
            "ALTER TABLE stock_movement DISABLE TRIGGER ALL; DELETE FROM stock_movement WHERE kind = 'SALE'",
            SOLD),
        damage(
            "inventory",
            "ALTER TABLE stock_movement DISABLE TRIGGER ALL; DELETE FROM stock_movement WHERE kind = 'RETURN'",
            SOLD),
        damage(
            "inventory",
            "ALTER TABLE stock_movement DISABLE TRIGGER ALL; UPDATE stock_movement SET on_hand_after = 7",
            "every movement says what was on hand after it"),
        damage(
            "inventory",
            "UPDATE transfer SET status = 'CANCELLED', ended_at = now(), ended_by = uuidv7() WHERE status = 'IN_TRANSIT'",
            "what was sent is on its way, has arrived, is back or is written off"),
        damage(
            "inventory",
            "UPDATE transfer_line SET received = received - 1 WHERE received > 0",
            "goods are on hand, in transit, sold or written off"),
        damage(
            "inventory",
            "DELETE FROM reservation_line WHERE held_until IS NULL",
            "a reservation holds something"),
        damage(
            "inventory",
            "UPDATE reservation SET expires_at = now() - interval '31 seconds' WHERE status = 'ACTIVE'",
            "what is over is ended soon"),
        damage(
            "inventory",
            "UPDATE warehouse SET seller_id = uuidv7()",
            "goods are taken from a warehouse of their own seller"),
        damage(
            "inventory",
            "UPDATE transfer SET seller_id = uuidv7()",
            "goods stay with their seller"),
        damage(
            "orders",
            "UPDATE outbox SET position = position + 100 WHERE position > 3",
            "positions have no gap"),
        damage(
            "orders",
            "DELETE FROM outbox WHERE seq = 1",
            "each order's events are numbered from 1 on, without a gap"),
        damage(
            "orders",
            "UPDATE outbox SET position = 1000 - position",
            "each order's events have positions in their order"),
        damage(
            "orders",
            "UPDATE outbox SET position = NULL, occurred_at = now() - interval '31 seconds'",
            "events get their positions soon"),
        damage(
            "orders",
            "UPDATE outbox_consumer SET position = 1000",
            "what is consumed has been stamped"),
        damage(
            "orders",
            "UPDATE orders SET version = version + 1",
            "an order is what its last event says"),
        damage(
            "orders",
            "UPDATE outbox SET acted_as = 'BUYER' WHERE type = 'PAYMENT_APPROVED'",
            "an order goes only where it may, by whom it may"),
        damage(
            "orders",
            "UPDATE order_line SET total = total + 0.01",
            "an order's total is the sum of its lines"),
        damage(
            "orders",
            "DELETE FROM payment WHERE status = 'SETTLED'",
            "an order has a settled payment exactly while it is paid, unless a provider took that back"),
        damage(
            "orders",
            "UPDATE payment SET status = 'SETTLED' WHERE status = 'REFUND_DUE'",
            "an order has a settled payment exactly while it is paid, unless a provider took that back"),
        damage(
            "orders",
            "DELETE FROM payment WHERE status = 'REFUND_DUE'",
            "what was paid for a cancelled order goes back"),
        damage(
            "orders",
            "UPDATE payment SET amount = amount + 1",
            "a payment is of its order's buyer and seller, and of its total unless it goes back"),
        damage(
            "orders",
            "UPDATE orders SET buyer_id = uuidv7()",
            "a purchase has orders, all of its buyer"),
        damage(
            "orders",
            "UPDATE sales SET cancelled_orders = 0 WHERE dimension = 'SELLER'",
            "what was sold is what the events say that have been counted"),
        damage(
            "orders",
            "DELETE FROM sales WHERE dimension = 'SELLER'",
            "what was sold is what the events say that have been counted"),
        damage(
            "orders",
            "UPDATE sales SET paid = paid + 1 WHERE dimension = 'PRODUCT' AND grain = 'DAY'",
            "sellers' and products' sales add up to all, by quarters as by months"),
        damage(
            "orders",
            "INSERT INTO unsettled SELECT id, reservation_id, 'COMMIT', 'gone' FROM orders LIMIT 1",
            "nothing is left to a person"),
        damage(
            "inventory",
            "UPDATE reservation SET status = 'RELEASED', ended_at = now() WHERE status = 'ACTIVE'",
            HELD),
        damage(
            "inventory",
            "UPDATE reservation SET status = 'EXPIRED' WHERE status = 'COMMITTED'",
            HELD),
        damage(
            "inventory",
            "UPDATE reservation SET status = 'ACTIVE', ended_at = NULL WHERE status = 'RELEASED'",
            HELD),
        damage("inventory", "UPDATE reservation_line SET quantity = quantity + 1", HELD),
        damage(
            "inventory",
            "UPDATE reservation SET status = 'COMMITTED', returned_at = NULL WHERE status = 'RETURNED'",
            HELD),
        damage(
            "inventory",
            "UPDATE reservation SET status = 'COMMITTED', returned_at = NULL WHERE status = 'RETURNED'",
            "what was sold was paid"),
        damage(
            "inventory",
            "UPDATE reservation SET expires_at = now() + interval '1 second' WHERE status = 'ACTIVE'",
            HELD),
        damage(
            "orders",
            "UPDATE orders SET status = 'CANCELLED' WHERE status = 'PAID'",
            "what was sold was paid"),
        damage(
            "inventory",
            "UPDATE product_owner SET seller_id = uuidv7()",
            "a product's owner is who products says"),
        damage(
            "products",
            "UPDATE products SET seller_id = uuidv7()",
            "a product's seller is known to users"),
        damage(
            "orders",
            "UPDATE purchase SET buyer_id = uuidv7()",
            "a purchase's buyer is known to users"));
  }

  private static final String SOLD =
      "what was committed was sold once, and came back once where it was returned";

  private static final String HELD =
      "a live order's lines are reserved, a paid one's sold, another's free";

  private static Arguments damage(String database, String sql, String rule) {
    return Arguments.of(rule, database, sql);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void what_is_wrong_is_found(String rule, String database, String sql) throws SQLException {
    in(database).execute(sql);
    assertThat(inspect())
        .filteredOn(finding -> !finding.holds())
        .filteredOn(finding -> finding.rule().equals(rule))
        .singleElement()
        .satisfies(finding -> assertThat(finding.rows()).isNotEmpty());
  }

  @Test
  void every_rule_can_be_broken() throws SQLException {
    List<Object> broken = damages().map(damage -> damage.get()[0]).distinct().toList();
    assertThat(inspect())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrderElementsOf(broken.stream().map(String::valueOf).toList());
  }

  @Test
  void what_settlement_has_not_been_at_yet_is_not_judged() throws SQLException {
    in("orders").execute("UPDATE outbox_consumer SET position = 0");
    in("inventory")
        .execute("UPDATE reservation SET status = 'RELEASED' WHERE status = 'COMMITTED'");
    Finding finding = new HeldStock(databases()).ofOrders();
    assertThat(finding.checked()).as("the live ones").isEqualTo(2);
    assertThat(finding.holds()).isTrue();
  }

  @Test
  void rows_are_bounded() throws SQLException {
    in("inventory")
        .execute(
            "INSERT INTO reservation (id, expires_at) SELECT uuidv7(), now() + interval '1 hour' FROM generate_series(1, 100)");
    assertThat(inspect())
        .filteredOn(finding -> !finding.holds())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.broken()).isEqualTo(100);
              assertThat(finding.rows()).hasSize(Finding.SHOWN);
            });
  }

  private JdbcTemplate in(String database) {
    return new JdbcTemplate(Objects.requireNonNull(copies.get(database)));
  }

  private List<Finding> inspect() throws SQLException {
    return new Inspection(databases()).run();
  }

  private Databases databases() {
    return new Databases(name -> Objects.requireNonNull(copies.get(name)));
  }
}
