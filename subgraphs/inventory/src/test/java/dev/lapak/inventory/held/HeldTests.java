package dev.lapak.inventory.held;

import static dev.lapak.inventory.testing.Answers.data;
import static dev.lapak.inventory.testing.Answers.requestErrors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.platform.testing.SubgraphTester;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import tools.jackson.databind.JsonNode;

/** What orders asks of the stock that is held, and of what is free for a cart. */
@InventoryTest
class HeldTests {

  private static final String HELD =
      """
      query ($limit: Int!, $after: HeldReservationPlace) { heldReservations(limit: $limit, after: $after) {
        id createdAt expiresAt lines { productId quantity } } }
      """;

  @Autowired TestShops shops;
  @Autowired TestOrders orders;
  @Autowired SubgraphTester subgraph;

  @Test
  void held_is_what_is_active_and_not_over_each_product_once() {
    TestShop shop = shops.open();
    UUID split = shop.product();
    shop.stock(split, shop.warehouse(), 3);
    shop.stock(split, shop.warehouse(), 3);
    UUID held = orders.reserved(split, 5);
    UUID product = shop.product(10);
    UUID committed = orders.reserved(product, 1);
    orders.commit(committed);
    UUID released = orders.reserved(product, 1);
    orders.release(released);
    UUID over = orders.reserved(product, 1, Duration.ofMillis(300));
    orders.waitUntilOver(over);

    Map<UUID, JsonNode> all = new HashMap<>();
    all(1_000).forEach(row -> all.put(id(row), row));

    assertThat(all).containsKey(held).doesNotContainKeys(committed, released, over);
    assertThat(Objects.requireNonNull(all.get(held)).get("lines").toString())
        .isEqualTo("[{\"productId\":\"%s\",\"quantity\":5}]".formatted(split));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void pages_end_first_what_ends_first_and_leave_nothing_out_and_repeat_nothing(int limit) {
    TestShop shop = shops.open();
    UUID product = shop.product(100);
    List<UUID> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      expected.add(orders.reserved(product, 1, Duration.ofMinutes(5 + i)));
    }

    List<UUID> paged = ids(limit);
    paged.retainAll(expected);

    assertThat(paged).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_001})
  void a_page_has_its_bounds(int limit) {
    assertThat(requestErrors(page(limit, null))).containsExactly("BAD_USER_INPUT");
  }

  @Test
  void a_cart_is_told_what_can_be_had_of_each() {
    TestShop shop = shops.open();
    UUID some = shop.product(5);
    UUID none = shop.product();
    orders.reserved(some, 2);

    Response answer = available("orders", List.of(none, some, UUID.randomUUID(), some));

    answer.path("availableForCart").entityList(Integer.class).containsExactly(0, 3, 0, 3);
  }

  @Test
  void nobody_but_orders_is_told() {
    assertThat(requestErrors(available("router", List.of()))).containsExactly("FORBIDDEN");
    assertThat(
            requestErrors(
                subgraph
                    .caller("products")
                    .document("{ heldReservations(limit: 1) { id } }")
                    .execute()))
        .containsExactly("FORBIDDEN");
  }

  private Response available(String caller, List<UUID> ids) {
    return subgraph
        .caller(caller)
        .document("query ($ids: [ID!]!) { availableForCart(ids: $ids) }")
        .variable("ids", ids)
        .execute();
  }

  private List<UUID> ids(int limit) {
    return all(limit).stream().map(HeldTests::id).collect(Collectors.toCollection(ArrayList::new));
  }

  private static UUID id(JsonNode row) {
    return UUID.fromString(row.get("id").asString());
  }

  /**
   * All pages of that size, in order; never more than a thousand, should they repeat themselves.
   */
  private List<JsonNode> all(int limit) {
    List<JsonNode> found = new ArrayList<>();
    Map<String, Object> after = null;
    for (int pages = 0; pages < 1_000; pages++) {
      JsonNode rows = data(page(limit, after)).get("heldReservations");
      rows.forEach(found::add);
      if (rows.size() < limit) {
        break;
      }
      JsonNode last = rows.get(rows.size() - 1);
      after = new HashMap<>();
      after.put("expiresAt", last.get("expiresAt").asString());
      after.put("id", last.get("id").asString());
    }
    return found;
  }

  private Response page(int limit, @Nullable Map<String, Object> after) {
    return subgraph
        .caller("orders")
        .document(HELD)
        .variable("limit", limit)
        .variable("after", after)
        .execute();
  }
}
