package dev.lapak.orders.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Statements;
import dev.lapak.orders.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OrdersTest
class TimelineTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired Statements statements;

  Person buyer;
  Person seller;
  Person admin;
  UUID product;

  @BeforeEach
  void people() {
    world.reset();
    World.Shop shop = world.shop();
    product = world.product(shop, "1.00", 10);
    buyer = people.buyer();
    seller = people.seller(shop);
    admin = people.admin();
  }

  @Test
  void a_timeline_says_who_did_what_as_what_and_why() {
    String order = buyer.buy(product).get("id").asString();
    seller.reject(buyer.prove(order), "too dark");
    admin.approve(buyer.prove(order));
    seller.confirm(order);
    seller.cancel(order, "broken");

    for (Person person : List.of(buyer, seller, admin)) {
      assertThat(person.order(order).get("timeline").valueStream().map(this::said))
          .containsExactly(
              "1 PLACED PENDING_PAYMENT BUYER buyer null",
              "2 PROOF_SUBMITTED PAYMENT_REVIEW BUYER buyer null",
              "3 PAYMENT_REJECTED PENDING_PAYMENT SELLER seller too dark",
              "4 PROOF_SUBMITTED PAYMENT_REVIEW BUYER buyer null",
              "5 PAYMENT_APPROVED PAID ADMIN admin null",
              "6 CONFIRMED PROCESSING SELLER seller null",
              "7 CANCELLED CANCELLED SELLER seller broken");
    }
  }

  @Test
  void time_is_no_person() {
    String order = buyer.buy(product, 1, 5).get("id").asString();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> buyer.order(order).get("status").asString().equals("EXPIRED"));
    assertThat(said(buyer.order(order).get("timeline").get(1)))
        .isEqualTo("2 EXPIRED EXPIRED TIME nobody null");
  }

  @Test
  void who_is_several_things_to_an_order_acts_as_the_first_that_may() {
    // A seller who buys in the own shop.
    String order = seller.buy(product).get("id").asString();
    seller.approve(seller.prove(order));
    assertThat(said(seller.order(order).get("timeline").get(2)))
        .isEqualTo("3 PAYMENT_APPROVED PAID SELLER seller null");
    seller.cancel(order, null);
    assertThat(said(seller.order(order).get("timeline").get(3)))
        .isEqualTo("4 CANCELLED CANCELLED BUYER seller null");
  }

  @Test
  void timelines_of_many_orders_are_one_statement() {
    for (int i = 0; i < 3; i++) {
      buyer.buy(product);
    }
    assertThat(
            statements.during(
                () ->
                    buyer.ask(
                        "{ myOrders { edges { node { timeline { type } shipment { carrier } } } } }",
                        Map.of()),
                "FROM outbox"))
        .filteredOn(sql -> sql.contains("acted_as"))
        .hasSize(1);
  }

  private String said(JsonNode entry) {
    JsonNode user = entry.get("user");
    return "%s %s %s %s %s %s"
        .formatted(
            entry.get("sequence").asInt(),
            entry.get("type").asString(),
            entry.get("status").asString(),
            entry.get("by").asString(),
            user.isNull() ? "nobody" : name(user.get("id").asString()),
            entry.get("reason").isNull() ? null : entry.get("reason").asString());
  }

  private String name(String id) {
    return Map.of(
            buyer.id().toString(),
            "buyer",
            seller.id().toString(),
            "seller",
            admin.id().toString(),
            "admin")
        .getOrDefault(id, id);
  }
}
