package dev.lapak.orders.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Stock.Status;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OrdersTest
class CancelTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  Person buyer;
  Person seller;
  UUID product;
  String order;

  @BeforeEach
  void an_order() {
    world.reset();
    World.Shop shop = world.shop();
    product = world.product(shop, "1.00", 10);
    buyer = people.buyer();
    seller = people.seller(shop);
    order = buyer.buy(product).get("id").asString();
  }

  @Test
  void a_buyer_cancels_without_a_reason_and_the_stock_is_free_again() {
    JsonNode cancelled = buyer.cancel(order, null).get("order");

    assertThat(cancelled.get("status").asString()).isEqualTo("CANCELLED");
    assertThat(cancelled.get("version").asInt()).isEqualTo(2);
    assertThat(cancelled.get("reason").isNull()).isTrue();
    assertThat(cancelled.get("expiresAt").isNull()).isTrue();
    assertThat(cancelled.get("allowedActions")).isEmpty();
    await().atMost(Duration.ofSeconds(5)).until(() -> world.stock.free(product) == 10);
    assertThat(world.stock.count(product, Status.RELEASED)).isOne();
  }

  @Test
  void a_seller_and_an_admin_say_why() {
    assertThat(code(seller.cancel(order, null))).isEqualTo("REASON_LENGTH");
    assertThat(code(seller.cancel(order, "  \n "))).isEqualTo("REASON_LENGTH");
    assertThat(code(people.admin().cancel(order, null))).isEqualTo("REASON_LENGTH");
    assertThat(code(seller.cancel(order, "x".repeat(501)))).isEqualTo("REASON_LENGTH");

    JsonNode cancelled = seller.cancel(order, "  " + "é".repeat(500) + "  ").get("order");

    assertThat(cancelled.get("reason").asString()).isEqualTo("é".repeat(500));
    assertThat(buyer.order(order).get("reason").asString()).isEqualTo("é".repeat(500));
  }

  @Test
  void an_admin_cancels_anybodys() {
    assertThat(people.admin().cancel(order, "fraud").get("order").get("status").asString())
        .isEqualTo("CANCELLED");
  }

  @Test
  void to_strangers_it_is_not_there() {
    assertThat(code(people.buyer().cancel(order, "mine now"))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(people.seller(world.shop()).cancel(order, "mine now")))
        .isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(buyer.cancel(UUID.randomUUID(), null))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(buyer.cancel("what?", null))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PENDING_PAYMENT");
  }

  @Test
  void cancelling_twice_changes_nothing() {
    buyer.cancel(order, "first");
    JsonNode again = buyer.cancel(order, "second");

    assertThat(again.get("errors")).isEmpty();
    assertThat(again.get("order").get("version").asInt()).isEqualTo(2);
    assertThat(again.get("order").get("reason").asString()).isEqualTo("first");
    // A seller needs a reason for what changes something.
    JsonNode unsaid = seller.cancel(order, null);
    assertThat(unsaid.get("errors")).isEmpty();
    assertThat(unsaid.get("order").get("reason").asString()).isEqualTo("first");
  }

  @Test
  void cancelling_at_once_is_one_event() {
    List<JsonNode> answers = Race.of(10, i -> buyer.cancel(order, null));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(buyer.order(order).get("version").asInt()).isEqualTo(2);
    assertThat(
            checks.queryForList(
                "SELECT seq FROM outbox WHERE stream = ?::uuid ORDER BY seq", Integer.class, order))
        .containsExactly(1, 2);
  }

  @Test
  void an_order_under_review_can_be_cancelled() {
    buyer.prove(order);
    assertThat(buyer.cancel(order, null).get("order").get("status").asString())
        .isEqualTo("CANCELLED");
  }

  @Test
  void a_buyer_cancels_what_is_not_confirmed_and_a_seller_what_is_not_shipped() {
    seller.approve(buyer.prove(order));
    String other = buyer.buy(product).get("id").asString();
    seller.approve(buyer.prove(other));
    assertThat(buyer.cancel(other, null).get("order").get("status").asString())
        .isEqualTo("CANCELLED");
    await().atMost(Duration.ofSeconds(5)).until(() -> world.stock.onHand(product) == 9);

    seller.confirm(order);
    JsonNode refused = buyer.cancel(order, null);
    assertThat(code(refused)).isEqualTo("WRONG_STATUS");
    assertThat(refused.get("errors").get(0).get("path").toString()).isEqualTo("[\"orderId\"]");
    assertThat(status(buyer, order)).isEqualTo("PROCESSING");

    assertThat(code(seller.cancel(order, null))).isEqualTo("REASON_LENGTH");
    assertThat(seller.cancel(order, "broken").get("order").get("status").asString())
        .isEqualTo("CANCELLED");
    await().atMost(Duration.ofSeconds(5)).until(() -> world.stock.onHand(product) == 10);
    assertThat(world.stock.count(product, Status.RETURNED)).isEqualTo(2);
  }

  @Test
  void a_wrong_status_says_which_it_is() {
    seller.approve(buyer.prove(order));
    seller.confirm(order);
    seller.ship(order);
    for (Person person : List.of(buyer, seller, people.admin())) {
      JsonNode answer =
          person.ask(
              "mutation ($id: ID!) { cancelOrder(input: {orderId: $id}) { errors { code status } } }",
              Map.of("id", order));
      assertThat(answer.get("cancelOrder").get("errors").get(0).toString())
          .isEqualTo("{\"code\":\"WRONG_STATUS\",\"status\":\"SHIPPED\"}");
    }
  }

  private static String status(Person person, String order) {
    return person.order(order).get("status").asString();
  }

  private static String code(JsonNode answer) {
    assertThat(answer.get("order").isNull()).isTrue();
    return answer.get("errors").get(0).get("code").asString();
  }
}
