package dev.lapak.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OrdersTest
class FulfilmentTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  Person buyer;
  Person seller;
  Person admin;
  UUID product;
  String order;

  @BeforeEach
  void a_paid_order() {
    world.reset();
    World.Shop shop = world.shop();
    product = world.product(shop, "1.00", 10);
    buyer = people.buyer();
    seller = people.seller(shop);
    admin = people.admin();
    order = buyer.buy(product).get("id").asString();
    seller.approve(buyer.prove(order));
  }

  @Test
  void a_paid_order_is_confirmed_shipped_delivered_and_completed() {
    assertThat(buyer.order(order).get("paidAt").isNull()).isFalse();
    assertThat(buyer.order(order).get("confirmedAt").isNull()).isTrue();

    JsonNode confirmed = done(seller.confirm(order), "PROCESSING");
    assertThat(confirmed.get("confirmedAt").isNull()).isFalse();
    assertThat(confirmed.get("shipment").isNull()).isTrue();
    assertThat(confirmed.get("allowedActions").toString()).isEqualTo("[\"SHIP\",\"CANCEL\"]");

    JsonNode shipped =
        done(seller.ship(order, " Pos\n ", "JP 123", " https://pos.example/t?n=1 "), "SHIPPED");
    assertThat(shipped.get("shipment").toString())
        .isEqualTo(
            "{\"carrier\":\"Pos\",\"trackingNumber\":\"JP 123\",\"trackingUrl\":\"https://pos.example/t?n=1\"}");
    done(buyer.deliver(order), "DELIVERED");
    JsonNode completed = done(buyer.complete(order), "COMPLETED");

    assertThat(completed.get("version").asInt()).isEqualTo(7);
    assertThat(completed.get("allowedActions")).isEmpty();
  }

  @Test
  void an_admin_may_do_all_of_it() {
    done(admin.confirm(order), "PROCESSING");
    done(admin.ship(order), "SHIPPED");
    done(admin.deliver(order), "DELIVERED");
    done(admin.complete(order), "COMPLETED");
  }

  @Test
  void what_was_done_is_not_done_again() {
    seller.confirm(order);
    assertThat(done(seller.confirm(order), "PROCESSING").get("version").asInt()).isEqualTo(4);
    seller.ship(order);
    assertThat(done(seller.ship(order), "SHIPPED").get("version").asInt()).isEqualTo(5);
    buyer.deliver(order);
    assertThat(done(seller.deliver(order), "DELIVERED").get("version").asInt()).isEqualTo(6);
    buyer.complete(order);
    assertThat(done(buyer.complete(order), "COMPLETED").get("version").asInt()).isEqualTo(7);
    // Also where the answer was late.
    assertThat(done(seller.confirm(order), "COMPLETED").get("version").asInt()).isEqualTo(7);
    assertThat(done(seller.ship(order), "COMPLETED").get("version").asInt()).isEqualTo(7);
  }

  @Test
  void an_order_is_shipped_in_one_way() {
    seller.confirm(order);
    seller.ship(order);
    JsonNode other = seller.ship(order, "Pos", "JP 456", null);
    assertThat(code(other)).isEqualTo("WRONG_STATUS");
    assertThat(buyer.order(order).get("shipment").get("trackingNumber").asString())
        .isEqualTo("JP 123");
  }

  @Test
  void no_step_is_left_out() {
    assertThat(code(seller.ship(order))).isEqualTo("WRONG_STATUS");
    assertThat(code(buyer.deliver(order))).isEqualTo("WRONG_STATUS");
    assertThat(code(buyer.complete(order))).isEqualTo("WRONG_STATUS");
    seller.confirm(order);
    assertThat(code(seller.deliver(order))).isEqualTo("WRONG_STATUS");
    String unpaid = buyer.buy(product).get("id").asString();
    JsonNode answer =
        seller.ask(
            "mutation ($id: ID!) { confirmOrder(input: {orderId: $id}) { errors { code status path } } }",
            Map.of("id", unpaid));
    assertThat(answer.get("confirmOrder").get("errors").get(0).toString())
        .isEqualTo(
            "{\"code\":\"WRONG_STATUS\",\"status\":\"PENDING_PAYMENT\",\"path\":[\"orderId\"]}");
  }

  @Test
  void nothing_is_done_to_what_was_cancelled() {
    seller.confirm(order);
    seller.cancel(order, "broken");
    assertThat(code(seller.confirm(order))).isEqualTo("WRONG_STATUS");
    assertThat(code(seller.ship(order))).isEqualTo("WRONG_STATUS");
  }

  @Test
  void who_may_not_finds_no_order() {
    Person stranger = people.seller(world.shop());
    for (JsonNode answer :
        List.of(
            buyer.confirm(order),
            buyer.ship(order),
            seller.complete(order),
            stranger.confirm(order),
            stranger.ship(order),
            stranger.deliver(order),
            people.buyer().complete(order),
            seller.confirm(UUID.randomUUID()),
            seller.confirm("what?"))) {
      assertThat(code(answer)).isEqualTo("ORDER_NOT_FOUND");
    }
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PAID");
  }

  @ParameterizedTest
  @CsvSource({
    "'', JP 1, , CARRIER_LENGTH",
    "' \u3164 ', JP 1, , CARRIER_LENGTH",
    "Pos, '', , TRACKING_NUMBER_LENGTH",
    "Pos, JP 1, javascript:alert(1), TRACKING_URL_INVALID",
    "Pos, JP 1, //pos.example/1, TRACKING_URL_INVALID",
    "Pos, JP 1, https:///1, TRACKING_URL_INVALID",
    "Pos, JP 1, https://bank.example@evil.example/, TRACKING_URL_INVALID",
    "Pos, JP 1, https://pos.example/a b, TRACKING_URL_INVALID"
  })
  void a_shipment_says_who_carries_it_and_where_to_follow_it(
      String carrier, String number, String url, String code) {
    seller.confirm(order);
    assertThat(code(seller.ship(order, carrier, number, url))).isEqualTo(code);
    assertThat(code(seller.ship(order, "x".repeat(101), "1", null))).isEqualTo("CARRIER_LENGTH");
    assertThat(code(seller.ship(order, "x", "1".repeat(101), null)))
        .isEqualTo("TRACKING_NUMBER_LENGTH");
    assertThat(code(seller.ship(order, "x", "1", "https://e.example/" + "1".repeat(2_000))))
        .isEqualTo("TRACKING_URL_INVALID");
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PROCESSING");
  }

  @RepeatedTest(3)
  void shipping_at_once_is_one_shipment() {
    seller.confirm(order);
    BiFunction<Integer, Person, JsonNode> ship =
        (i, person) -> person.ship(order, "Pos", "JP " + i % 2, null);

    List<JsonNode> answers = Race.of(8, i -> ship.apply(i, i < 4 ? seller : admin));

    String number = buyer.order(order).get("shipment").get("trackingNumber").asString();
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).get("errors").isEmpty()).isEqualTo(number.equals("JP " + i % 2));
    }
    assertThat(sequences()).containsExactly(1, 2, 3, 4, 5);
  }

  @RepeatedTest(5)
  void confirming_and_cancelling_at_once_has_one_winner() {
    List<JsonNode> answers =
        Race.of(8, i -> i % 2 == 0 ? seller.confirm(order) : buyer.cancel(order, null));

    boolean confirmed = buyer.order(order).get("status").asString().equals("PROCESSING");
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).get("errors").isEmpty()).isEqualTo((i % 2 == 0) == confirmed);
    }
    assertThat(sequences()).containsExactly(1, 2, 3, 4);
  }

  private List<Integer> sequences() {
    return checks.queryForList(
        "SELECT seq FROM outbox WHERE stream = ?::uuid ORDER BY seq", Integer.class, order);
  }

  private static JsonNode done(JsonNode answer, String status) {
    assertThat(answer.get("errors")).isEmpty();
    assertThat(answer.get("order").get("status").asString()).isEqualTo(status);
    return answer.get("order");
  }

  private static String code(JsonNode answer) {
    assertThat(answer.get("order").isNull()).isTrue();
    return answer.get("errors").get(0).get("code").asString();
  }
}
