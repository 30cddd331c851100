package dev.lapak.orders.orphan;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.Neighbour.Mood;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an admin finds where something was cut off. */
@OrdersTest
class OrphanTests {

  private static final String ORPHANS =
      """
      query ($first: Int!, $after: String) { orphanedReservations(first: $first, after: $after) {
        edges { node { id createdAt expiresAt lines { product { id } quantity } } }
        pageInfo { hasNextPage endCursor } } }
      """;

  @Autowired World world;
  @Autowired People people;

  Person admin;
  Person buyer;

  @BeforeEach
  void someone() {
    world.reset();
    admin = people.admin();
    buyer = people.buyer();
  }

  @AfterEach
  void all_are_well() {
    world.reset();
  }

  @Test
  void stock_that_is_held_for_no_order_is_found() {
    UUID product = world.product(10);
    buyer.buy(product);
    assertThat(orphansOf(product, 100)).isEmpty();
    world.inventory.is(Mood.FORGETFUL);
    buyer.checkout("cut off", line(product, 3));
    world.reset();

    List<JsonNode> found = orphansOf(product, 100);

    assertThat(found).hasSize(1);
    JsonNode only = found.getFirst();
    assertThat(only.get("lines").get(0).get("quantity").asInt()).isEqualTo(3);
    assertThat(world.stock.reservations()).containsKey(UUID.fromString(only.get("id").asString()));
    assertThat(byReservation(only.get("id").asString()).isNull()).isTrue();

    buyer.checkout("cut off", line(product, 3));
    assertThat(orphansOf(product, 100)).isEmpty();
    assertThat(byReservation(only.get("id").asString()).get("orders")).hasSize(1);
  }

  @Test
  void pages_leave_none_out() {
    UUID product = world.product(100);
    for (int i = 0; i < 5; i++) {
      world.stock.hold(UUID.randomUUID(), product, 1);
    }
    assertThat(orphansOf(product, 2)).hasSize(5);
    assertThat(orphansOf(product, 1)).hasSize(5);
  }

  @Test
  void inventory_that_does_not_answer_is_said() {
    world.inventory.is(Mood.FAILING);
    assertThat(admin.failure(ORPHANS, Map.of("first", 20))).isEqualTo("TRY_AGAIN");
  }

  @Test
  void a_purchase_is_found_by_its_key_and_by_its_reservations() {
    UUID one = world.product(10);
    UUID other = world.product(10);
    JsonNode purchase = buyer.checkout("key", line(one, 1), line(other, 1)).get("purchase");

    assertThat(byKey(buyer.id(), "key").get("id")).isEqualTo(purchase.get("id"));
    assertThat(byKey(buyer.id(), "other").isNull()).isTrue();
    assertThat(byKey(people.buyer().id(), "key").isNull()).isTrue();
    world
        .stock
        .reservations()
        .forEach(
            (id, held) -> {
              if (held.lines().containsKey(one) || held.lines().containsKey(other)) {
                JsonNode found = byReservation(id.toString());
                assertThat(found.get("id")).isEqualTo(purchase.get("id"));
                assertThat(found.get("orders")).hasSize(2);
              }
            });
    assertThat(byReservation("what?").isNull()).isTrue();
  }

  @Test
  void all_this_is_for_admins() {
    for (String document :
        List.of(
            "{ orphanedReservations { pageInfo { hasNextPage } } }",
            "{ purchaseByKey(buyerId: \"x\", key: \"k\") { id } }",
            "{ purchaseByReservation(reservationId: \"x\") { id } }")) {
      assertThat(buyer.failure(document, Map.of())).isEqualTo("FORBIDDEN");
    }
    assertThat(admin.failure(ORPHANS, Map.of("first", 101))).isEqualTo("BAD_USER_INPUT");
    assertThat(admin.failure(ORPHANS, Map.of("first", 1, "after", "what?")))
        .isEqualTo("BAD_USER_INPUT");
  }

  private JsonNode byKey(UUID of, String key) {
    return admin
        .ask(
            "query ($of: ID!, $key: String!) { purchaseByKey(buyerId: $of, key: $key) { id } }",
            Map.of("of", of.toString(), "key", key))
        .get("purchaseByKey");
  }

  private JsonNode byReservation(String id) {
    return admin
        .ask(
            "query ($id: ID!) { purchaseByReservation(reservationId: $id) { id orders { id } } }",
            Map.of("id", id))
        .get("purchaseByReservation");
  }

  /** On all pages of that size. */
  private List<JsonNode> orphansOf(UUID product, int first) {
    List<JsonNode> found = new ArrayList<>();
    Map<String, Object> page = new HashMap<>(Map.of("first", first));
    JsonNode list;
    do {
      list = admin.ask(ORPHANS, page).get("orphanedReservations");
      list.get("edges").forEach(edge -> found.add(edge.get("node")));
      page.put("after", list.get("pageInfo").get("endCursor").asString());
    } while (list.get("pageInfo").get("hasNextPage").asBoolean());
    return found.stream()
        .filter(node -> node.get("lines").toString().contains(product.toString()))
        .toList();
  }
}
