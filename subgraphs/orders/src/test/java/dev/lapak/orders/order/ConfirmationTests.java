package dev.lapak.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OrdersTest
class ConfirmationTests {

  private static final String LIST =
      """
      query ($first: Int!, $after: String) {
        list: %s(first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { id status } }
        }
      }""";

  @Autowired World world;
  @Autowired People people;

  Person buyer;
  Person seller;
  UUID product;

  @BeforeEach
  void everybody() {
    world.reset();
    World.Shop shop = world.shop();
    product = world.product(shop, "1", 1_000);
    buyer = people.buyer();
    seller = people.seller(shop);
  }

  @Test
  void who_paid_first_is_first_in_the_queue_however_early_the_order_was_placed() {
    String first = buy();
    String second = buy();
    String third = buy();
    pay(second);
    pay(third);
    pay(first);

    JsonNode queue = list(seller, "confirmationQueue", 10, null);

    assertThat(ids(queue)).containsExactly(second, third, first);
    assertThat(queue.get("totalCount").asInt()).isEqualTo(3);
    assertThat(ids(list(seller, "confirmedOrders", 10, null))).isEmpty();
  }

  @Test
  void a_confirmed_order_goes_to_the_history_and_stays_there() {
    String shipped = pay(buy());
    String cancelled = pay(buy());
    String waiting = pay(buy());
    String refused = pay(buy());
    seller.confirm(shipped);
    seller.confirm(cancelled);
    seller.ship(shipped);
    seller.cancel(cancelled, "Broken.");
    seller.cancel(refused, "Broken.");

    assertThat(ids(list(seller, "confirmationQueue", 10, null))).containsExactly(waiting);
    JsonNode history = list(seller, "confirmedOrders", 10, null);
    assertThat(ids(history)).containsExactly(cancelled, shipped);
    assertThat(history.get("totalCount").asInt()).isEqualTo(2);
  }

  @Test
  void pages_of_the_queue_have_each_order_once_while_it_is_worked_off() {
    List<String> paid = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      paid.add(pay(buy()));
    }
    List<String> seen = new ArrayList<>();
    JsonNode page = list(seller, "confirmationQueue", 2, null);
    while (true) {
      seen.addAll(ids(page));
      seller.confirm(seen.getLast());
      paid.add(pay(buy()));
      if (seen.size() >= 8) {
        break;
      }
      page = list(seller, "confirmationQueue", 2, cursor(page));
    }

    assertThat(seen).isEqualTo(paid.subList(0, 8));
    assertThat(ids(list(seller, "confirmedOrders", 3, null)))
        .containsExactly(paid.get(7), paid.get(5), paid.get(3));
    JsonNode history = list(seller, "confirmedOrders", 3, null);
    assertThat(ids(list(seller, "confirmedOrders", 3, cursor(history))))
        .containsExactly(paid.get(1));
  }

  @Test
  void sellers_see_their_own_and_admins_everybody_s() {
    String order = pay(buy());
    Person stranger = people.seller(world.shop());

    assertThat(ids(list(stranger, "confirmationQueue", 10, null))).isEmpty();
    List<String> all = new ArrayList<>();
    String after = null;
    do {
      JsonNode page = list(people.admin(), "confirmationQueue", 100, after);
      all.addAll(ids(page));
      after = page.get("pageInfo").get("hasNextPage").asBoolean() ? cursor(page) : null;
    } while (after != null);
    assertThat(all).contains(order).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"confirmationQueue", "confirmedOrders"})
  void bad_input_and_other_people_are_refused(String field) {
    String list = LIST.formatted(field);
    assertThat(buyer.failure(list, Map.of("first", 1))).isEqualTo("FORBIDDEN");
    assertThat(seller.failure(list, Map.of("first", 0))).isEqualTo("BAD_USER_INPUT");
    assertThat(seller.failure(list, Map.of("first", 101))).isEqualTo("BAD_USER_INPUT");
    assertThat(seller.failure(list, Map.of("first", 1, "after", "what?")))
        .isEqualTo("BAD_USER_INPUT");
    pay(buy());
    String cursor = cursor(list(seller, "confirmationQueue", 1, null));
    Person other = people.seller(world.shop());
    assertThat(other.failure(list, Map.of("first", 1, "after", cursor)))
        .isEqualTo("BAD_USER_INPUT");
  }

  private String buy() {
    return buyer.buy(product).get("id").asString();
  }

  private String pay(String order) {
    seller.approve(buyer.prove(order));
    return order;
  }

  private static JsonNode list(Person person, String field, int first, @Nullable String after) {
    Map<String, Object> variables = new HashMap<>(Map.of("first", first));
    if (after != null) {
      variables.put("after", after);
    }
    return person.ask(LIST.formatted(field), variables).get("list");
  }

  private static String cursor(JsonNode page) {
    return page.get("pageInfo").get("endCursor").asString();
  }

  private static List<String> ids(JsonNode connection) {
    return connection
        .get("edges")
        .valueStream()
        .map(edge -> edge.get("node").get("id").asString())
        .toList();
  }
}
