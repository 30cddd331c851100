package dev.lapak.inventory.lowstock;

import static dev.lapak.inventory.testing.Answers.assertError;
import static dev.lapak.inventory.testing.Answers.requestErrors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.testing.Answers;
import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestProducts;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import tools.jackson.databind.JsonNode;

@InventoryTest
class LowStockTests {

  @Autowired TestShops shops;
  @Autowired TestProducts products;
  @Autowired TestOrders orders;
  @Autowired SubgraphTester subgraph;
  @Autowired Invariants invariants;

  @AfterEach
  void invariants_hold() {
    products.down(false);
    invariants.check();
  }

  @Test
  void product_is_listed_while_no_more_than_its_threshold_can_be_bought() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID here = shop.warehouse();
    UUID there = shop.warehouse();
    shop.stock(product, here, 6);
    shop.stock(product, there, 5);
    assertThat(low(shop)).isEmpty();
    set(shop, product, 10);
    assertThat(low(shop)).isEmpty();
    UUID reservation = orders.reserved(product, 1);
    assertThat(low(shop)).containsExactly(product + " 10 10");
    orders.release(reservation);
    assertThat(low(shop)).isEmpty();
    shop.deactivate(there);
    assertThat(low(shop)).containsExactly(product + " 10 6");
    set(shop, product, 5);
    assertThat(low(shop)).isEmpty();
    set(shop, product, 6);
    assertThat(low(shop)).hasSize(1);
    set(shop, product, null);
    assertThat(low(shop)).isEmpty();
  }

  @Test
  void what_is_over_can_be_bought_and_what_never_was_can_not() {
    TestShop shop = shops.open();
    UUID product = shop.product(1);
    set(shop, product, 0);
    orders.waitUntilOver(orders.reserved(product, 1, Duration.ofMillis(200)));
    assertThat(low(shop)).isEmpty();
    UUID never = shop.product();
    set(shop, never, 0);
    assertThat(low(shop)).containsExactly(never + " 0 0");
  }

  @Test
  void list_is_paged_by_id() {
    TestShop shop = shops.open();
    List<UUID> goods =
        Stream.generate(shop::product)
            .limit(5)
            .sorted(Comparator.comparing(UUID::toString))
            .toList();
    goods.forEach(product -> set(shop, product, 1));
    shop.stock(goods.get(2), shop.warehouse(), 2);
    JsonNode first = page(shop.graph(), "first: 2");
    assertThat(ids(first)).containsExactly(goods.get(0), goods.get(1));
    JsonNode second =
        page(
            shop.graph(),
            "first: 2, after: \"%s\"".formatted(first.at("/pageInfo/endCursor").asString()));
    assertThat(ids(second)).containsExactly(goods.get(3), goods.get(4));
    assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    for (String bad : List.of("first: 0", "first: 101", "after: \"x\"")) {
      assertThat(requestErrors(query(shop.graph(), bad))).containsExactly("BAD_USER_INPUT");
    }
  }

  @Test
  void threshold_is_seen_by_its_seller_and_admins_alone() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    assertThat(threshold(shop.graph(), product)).isEqualTo("null");
    set(shop, product, 3);
    assertThat(threshold(shop.graph(), product)).isEqualTo("3");
    assertThat(threshold(subgraph.with(TestIssuer.admin(UUID.randomUUID())), product))
        .isEqualTo("3");
    assertThat(threshold(shops.open().graph(), product)).isEqualTo("null");
    assertThat(threshold(subgraph.anonymous(), product)).isEqualTo("null");
  }

  @Test
  void input_is_within_its_bounds_and_ones_own() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    for (int threshold : List.of(-1, 1_000_000_001)) {
      assertError(
          send(shop, product, threshold),
          "setLowStockThreshold",
          "THRESHOLD_OUT_OF_RANGE",
          "threshold");
    }
    set(shop, product, 1_000_000_000);
    for (Object foreign : List.of("x", UUID.randomUUID(), product)) {
      assertError(
          send(shops.open(), foreign, 1), "setLowStockThreshold", "PRODUCT_NOT_FOUND", "productId");
    }
    UUID fresh = shop.product();
    products.down(true);
    assertError(send(shop, fresh, 1), "setLowStockThreshold", "TRY_AGAIN", "productId");
    assertThat(requestErrors(query(subgraph.anonymous(), "first: 1")))
        .containsExactly("UNAUTHENTICATED");
    assertThat(
            requestErrors(query(subgraph.with(TestIssuer.customer(UUID.randomUUID())), "first: 1")))
        .containsExactly("FORBIDDEN");
  }

  private static void set(TestShop shop, UUID product, @Nullable Integer threshold) {
    assertThat(Answers.codes(send(shop, product, threshold), "setLowStockThreshold")).isEmpty();
  }

  private static Response send(TestShop shop, Object product, @Nullable Integer threshold) {
    Map<String, @Nullable Object> input = new HashMap<>();
    input.put("productId", product);
    input.put("threshold", threshold);
    return shop.graph()
        .document(
            """
            mutation ($input: SetLowStockThresholdInput!) { setLowStockThreshold(input: $input) {
              product { id lowStockThreshold } errors { code message path } } }
            """)
        .variable("input", input)
        .execute();
  }

  private static List<String> low(TestShop shop) {
    return page(shop.graph(), "first: 20")
        .get("edges")
        .valueStream()
        .map(edge -> edge.get("node"))
        .map(
            node ->
                "%s %s %s"
                    .formatted(
                        node.at("/product/id").asString(),
                        node.get("threshold").asInt(),
                        node.get("available").asInt()))
        .toList();
  }

  private static List<UUID> ids(JsonNode page) {
    return page.get("edges")
        .valueStream()
        .map(edge -> UUID.fromString(edge.at("/node/product/id").asString()))
        .toList();
  }

  private static JsonNode page(GraphQlTester graph, String arguments) {
    return Answers.data(query(graph, arguments)).get("lowStock");
  }

  private static Response query(GraphQlTester graph, String arguments) {
    return graph
        .document(
            """
            { lowStock(%s) { edges { node { threshold available product { id } } }
              pageInfo { hasNextPage endCursor } } }
            """
                .formatted(arguments))
        .execute();
  }

  private static String threshold(GraphQlTester graph, UUID product) {
    return Answers.data(
            graph
                .document(
                    """
                    query ($products: [_Any!]!) { _entities(representations: $products) {
                      ... on Product { lowStockThreshold } } }
                    """)
                .variable("products", List.of(Map.of("__typename", "Product", "id", product)))
                .execute())
        .at("/_entities/0/lowStockThreshold")
        .toString();
  }
}
