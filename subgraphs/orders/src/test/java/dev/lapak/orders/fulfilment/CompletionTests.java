package dev.lapak.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.order.OrderMoves;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OrdersTest
class CompletionTests {

  private static final Duration WEEK = Duration.ofDays(7);

  @Autowired World world;
  @Autowired People people;
  @Autowired OrderMoves moves;
  @Autowired JdbcTemplate checks;

  Person buyer;
  String order;

  @BeforeEach
  void a_delivered_order() {
    world.reset();
    World.Shop shop = world.shop();
    buyer = people.buyer();
    Person seller = people.seller(shop);
    order = buyer.buy(world.product(shop, "1.00", 10)).get("id").asString();
    seller.approve(buyer.prove(order));
    seller.confirm(order);
    seller.ship(order);
    seller.deliver(order);
  }

  @Test
  void an_order_completes_by_itself_a_week_after_its_delivery() {
    deliveredSince("6 days 23 hours");
    assertThat(moves.completeDue(WEEK, 500).block()).isZero();
    assertThat(status()).isEqualTo("DELIVERED");

    deliveredSince("7 days 1 second");
    await().atMost(Duration.ofSeconds(20)).until(() -> status().equals("COMPLETED"));

    JsonNode last = buyer.order(order).get("timeline").get(6);
    assertThat(last.get("type").asString()).isEqualTo("COMPLETED");
    assertThat(last.get("by").asString()).isEqualTo("TIME");
    assertThat(last.get("user").isNull()).isTrue();
  }

  @RepeatedTest(5)
  void completing_by_hand_and_by_time_at_once_is_one_step() {
    deliveredSince("8 days");
    List<Boolean> answers =
        Race.of(
            6,
            i ->
                i % 2 == 0
                    ? buyer.complete(order).get("errors").isEmpty()
                    : moves.completeDue(WEEK, 500).block() != null);
    assertThat(answers).containsOnly(true);
    assertThat(status()).isEqualTo("COMPLETED");
    assertThat(buyer.order(order).get("version").asInt()).isEqualTo(7);
  }

  private void deliveredSince(String interval) {
    checks.update(
        "UPDATE orders SET delivered_at = now() - ?::interval WHERE id = ?::uuid", interval, order);
  }

  private String status() {
    return buyer.order(order).get("status").asString();
  }
}
