package dev.lapak.orders.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.order.OrderMoves;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Stock.Status;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OrdersTest
class ExpiryTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired OrderMoves moves;
  @Autowired JdbcTemplate checks;

  Person buyer;
  UUID product;

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
    product = world.product(10);
  }

  @Test
  void an_order_that_is_not_paid_in_time_ends_and_its_stock_is_free() {
    String order = buyer.buy(product, 4, 5).get("id").asString();
    assertThat(world.stock.free(product)).isEqualTo(6);
    assertThat(status(order)).isEqualTo("PENDING_PAYMENT");

    await()
        .between(Duration.ofSeconds(4), Duration.ofSeconds(9))
        .until(() -> status(order).equals("EXPIRED"));

    await().atMost(Duration.ofSeconds(3)).until(() -> world.stock.free(product) == 10);
    JsonNode expired = buyer.order(order);
    assertThat(expired.get("version").asInt()).isEqualTo(2);
    assertThat(expired.get("expiresAt").isNull()).isTrue();
    assertThat(expired.get("allowedActions")).isEmpty();
    assertThat(world.stock.count(product, Status.RELEASED)).isOne();
  }

  @Test
  void one_under_review_or_paid_does_not_end() throws InterruptedException {
    String review = buyer.buy(product, 1, 5).get("id").asString();
    buyer.prove(review);
    String paid = buyer.buy(product, 1, 5).get("id").asString();
    people.seller(world.shopOf(product)).approve(buyer.prove(paid));

    Thread.sleep(7_000);

    assertThat(status(review)).isEqualTo("PAYMENT_REVIEW");
    assertThat(status(paid)).isEqualTo("PAID");
  }

  @RepeatedTest(10)
  void paying_and_expiring_at_once_has_one_winner() {
    String order = buyer.buy(product).get("id").asString();
    String upload = buyer.upload(order);

    List<Boolean> answers = Race.of(4, i -> i == 0 ? isTaken(order, upload) : isSwept(order));

    assertThat(status(order)).isEqualTo(answers.getFirst() ? "PAYMENT_REVIEW" : "EXPIRED");
    assertThat(
            checks.queryForList(
                "SELECT seq FROM outbox WHERE stream = ?::uuid ORDER BY seq", Integer.class, order))
        .containsExactly(1, 2);
  }

  private boolean isTaken(String order, String upload) {
    return buyer.submit(order, List.of(upload)).get("errors").isEmpty();
  }

  private boolean isSwept(String order) {
    checks.update(
        """
        UPDATE orders SET expires_at = now() WHERE id = ?::uuid AND status = 'PENDING_PAYMENT'""",
        order);
    return sweep() > 0;
  }

  @Test
  void twelve_thousand_due_at_once_end_once_each_by_several_sweepers() {
    UUID purchase = UUID.randomUUID();
    checks.update(
        """
        INSERT INTO purchase (id, buyer_id, idempotency_key, input_hash) VALUES (?, ?, 'bulk', '')""",
        purchase,
        buyer.id());
    checks.update(
        """
        INSERT INTO orders (purchase_id, buyer_id, seller_id, number, total, currency, expires_at,
          bank, account_holder, account_number, reference, reservation_id, held_until)
        SELECT ?, ?, gen_random_uuid(), 'bulk-' || i, 1, 'GBP', now(), 'b', 'h', 'n', 'bulk-' || i,
          gen_random_uuid(), now()
        FROM generate_series(1, 12000) i""",
        purchase,
        buyer.id());

    Race.of(4, i -> sweep());

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> count("outbox", "type = 'EXPIRED' AND seq = 2 AND position > 0") == 12_000);
    assertThat(count("orders", "status = 'EXPIRED' AND version = 2")).isEqualTo(12_000);
    await().atMost(Duration.ofSeconds(30)).until(() -> world.inventory.asked("release") >= 24);
  }

  private long sweep() {
    long ended = 0;
    Long batch = moves.expireDue(500).block();
    while (batch != null && batch > 0) {
      ended += batch;
      batch = moves.expireDue(500).block();
    }
    return ended;
  }

  private long count(String table, String condition) {
    Long count =
        checks.queryForObject(
            "SELECT count(*) FROM " + table + " WHERE buyer_id = ? AND " + condition,
            Long.class,
            buyer.id());
    return count == null ? -1 : count;
  }

  private String status(String order) {
    return buyer.order(order).get("status").asString();
  }
}
