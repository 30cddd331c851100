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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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

  @RepeatedTest(10)
  void marking_as_paid_and_expiring_at_once_is_one_after_the_other_and_the_order_is_paid() {
    String order = buyer.buy(product, 3, null).get("id").asString();
    Person admin = people.admin();

    Race.of(4, i -> i == 0 ? admin.markPaid(order, "seen") : isSwept(order));

    // Late money reserves again, so that it is paid either way.
    JsonNode paid = buyer.order(order);
    assertThat(paid.get("status").asString()).isEqualTo("PAID");
    assertThat(paid.get("payments")).hasSize(1);
    await().atMost(Duration.ofSeconds(5)).until(() -> world.stock.onHand(product) == 7);
    await().atMost(Duration.ofSeconds(5)).until(() -> world.stock.free(product) == 7);
    assertThat(world.stock.count(product, Status.COMMITTED)).isOne();
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

  /**
   * Each is due a third of a millisecond after the one before; every 200th is paid up to 165 ms
   * before.
   */
  @Test
  void twelve_thousand_due_at_once_end_once_each_by_several_sweepers_and_none_is_overwritten() {
    List<String> due = due(12_000);
    Person admin = people.admin();
    List<String> marked = IntStream.range(0, 60).mapToObj(i -> due.get(i * 200)).toList();
    checks.update(
        """
        UPDATE orders SET expires_at = now() + interval '5 seconds' + interval '0.33 ms' * place
        FROM unnest(?::uuid[]) WITH ORDINALITY AS d (id, place) WHERE orders.id = d.id""",
        (Object) due.toArray(String[]::new));
    AtomicInteger next = new AtomicInteger();

    Race.of(
        8,
        i -> {
          int done = 0;
          if (i < 4) {
            while (count("orders", "status = 'PENDING_PAYMENT'") > 0) {
              done += (int) sweep();
            }
            return done;
          }
          for (int j = next.getAndIncrement(); j < marked.size(); j = next.getAndIncrement()) {
            String order = marked.get(j);
            int lead = j % 12 * 150;
            await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> isDue(order, lead));
            assertThat(admin.markPaid(order, "seen").get("errors")).isEmpty();
            done++;
          }
          return done;
        });

    assertThat(count("orders", "status = 'PAID' AND paid_at IS NOT NULL")).isEqualTo(60);
    assertThat(count("payment", "status = 'SETTLED'")).isEqualTo(60);
    assertThat(count("orders", "status = 'EXPIRED' AND version = 2")).isEqualTo(11_940);
    long late = count("orders", "status = 'PAID' AND version = 3");
    assertThat(count("orders", "status = 'PAID' AND version = 2")).isEqualTo(60 - late);
    assertThat(count("outbox", "type = 'EXPIRED'")).isEqualTo(11_940 + late);
    assertThat(count("outbox", "type = 'PAID'")).isEqualTo(60);
    assertThat(count("outbox", "true")).isEqualTo(12_000 + 12_000 + late);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(count("outbox", "position IS NULL")).isZero());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(world.stock.free(product)).isEqualTo(100_000 - 60));
    assertThat(world.stock.onHand(product)).isEqualTo(100_000 - 60);
    assertThat(world.stock.count(product, Status.COMMITTED)).isEqualTo(60);
    System.out.printf("Of 60 payments at the deadline %d came in time%n", 60 - late);
  }

  private boolean isDue(String order, int lead) {
    return Boolean.TRUE.equals(
        checks.queryForObject(
            """
            SELECT status <> 'PENDING_PAYMENT' OR expires_at <= now() + interval '1 ms' * ?
            FROM orders WHERE id = ?::uuid""",
            Boolean.class,
            lead,
            order));
  }

  /** So many orders of one product, each with its reservation, that wait for payment. */
  private List<String> due(int orders) {
    world.stock.put(product, 100_000);
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
        SELECT ?, ?, gen_random_uuid(), 'bulk-' || i, 1, 'GBP', now() + interval '1 hour', 'b', 'h', 'n',
          'bulk-' || i, gen_random_uuid(), now() + interval '61 minutes'
        FROM generate_series(1, ?) i""",
        purchase,
        buyer.id(),
        orders);
    checks.update(
        """
        INSERT INTO order_line SELECT id, 0, ?, 'sku', 'Lantern', 1, 1, 1 FROM orders WHERE buyer_id = ?""",
        product,
        buyer.id());
    checks.update(
        """
        INSERT INTO outbox (stream, seq, type, status, buyer_id, seller_id, actor_id, acted_as, reservation_id)
        SELECT id, 1, 'PLACED', status, buyer_id, seller_id, buyer_id, 'BUYER', reservation_id FROM orders
        WHERE buyer_id = ?""",
        buyer.id());
    checks
        .queryForList(
            "SELECT reservation_id FROM orders WHERE buyer_id = ?", UUID.class, buyer.id())
        .forEach(reservation -> world.stock.hold(reservation, product, 1));
    return checks.queryForList(
        "SELECT id::text FROM orders WHERE buyer_id = ? ORDER BY expires_at, id",
        String.class,
        buyer.id());
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
