package dev.lapak.inventory.availability;

import static dev.lapak.inventory.testing.Answers.data;
import static dev.lapak.inventory.testing.Answers.requestErrors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.Statements;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestProducts;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import tools.jackson.databind.JsonNode;

@InventoryTest
class AvailabilityTests {

  private static final String BY_WAREHOUSE =
      "availability { byWarehouse { warehouse { name active } onHand reserved free } }";

  @Autowired TestShops shops;
  @Autowired TestProducts products;
  @Autowired TestOrders orders;
  @Autowired SubgraphTester subgraph;
  @Autowired Statements statements;
  @Autowired Invariants invariants;

  @AfterEach
  void products_is_up() {
    products.down(false);
  }

  @Test
  void total_is_what_is_free_in_active_warehouses() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID one = shop.warehouse();
    UUID two = shop.warehouse();
    UUID inactive = shop.warehouse();
    shop.stock(product, one, 5);
    shop.stock(product, two, 7);
    shop.stock(product, inactive, 100);
    shop.deactivate(inactive);
    assertThat(totals(product)).containsExactly(12);
    UUID reservation = orders.reserved(product, 8);
    assertThat(totals(product)).containsExactly(4);
    shop.activate(inactive);
    assertThat(totals(product)).containsExactly(104);
    orders.commit(reservation);
    assertThat(totals(product)).containsExactly(104);
    orders.reserved(product, 100);
    assertThat(totals(product)).containsExactly(4);
  }

  @Test
  void product_without_stock_has_0() {
    assertThat(totals(shops.open().product(), UUID.randomUUID())).containsExactly(0, 0);
  }

  @Test
  void total_beyond_int_is_the_largest_int() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    shop.stock(product, shop.warehouse(), 1_000_000_000);
    shop.stock(product, shop.warehouse(), 1_000_000_000);
    assertThat(totals(product)).containsExactly(2_000_000_000);
    shop.stock(product, shop.warehouse(), 147_483_647);
    assertThat(totals(product)).containsExactly(Integer.MAX_VALUE);
    shop.stock(product, shop.warehouse(), 1_000_000_000);
    assertThat(totals(product)).containsExactly(Integer.MAX_VALUE);
  }

  @Test
  void what_is_over_counts_as_free_before_it_is_swept() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    shop.stock(product, shop.warehouse("Main"), 10);
    UUID lasting = orders.reserved(product, 2);
    UUID over = orders.reserved(product, 5, Duration.ofMillis(400));
    assertThat(totals(product)).containsExactly(3);
    orders.waitUntilOver(over);
    assertThat(totals(product)).containsExactly(8);
    assertThat(byWarehouse(shop.graph(), product))
        .containsExactly("[" + level("Main", true, 10, 2) + "]");
    assertThat(
            invariants.one(
                Integer.class, "SELECT reserved FROM stock_level WHERE product_id = ?", product))
        .isEqualTo(7);
    orders.release(lasting);
    invariants.check();
  }

  @Test
  void extended_reservation_is_not_free_at_its_first_end() {
    TestShop shop = shops.open();
    UUID product = shop.product(10);
    UUID reservation = orders.reserved(product, 5, Duration.ofMillis(400));
    orders.extend(OffsetDateTime.now().plusHours(1), reservation);
    invariants.database().queryForList("SELECT pg_sleep(0.5)");
    assertThat(totals(product)).containsExactly(5);
  }

  @Test
  void in_stock_says_whether_so_many_can_be_had() {
    UUID product = shops.open().product(3);
    Response response =
        entities(
            subgraph.anonymous(),
            "availability { inStock three: inStock(quantity: 3) four: inStock(quantity: 4)"
                + " million: inStock(quantity: 1000000) }",
            List.of(product));
    response
        .path("_entities[0].availability")
        .entity(Map.class)
        .isEqualTo(Map.of("inStock", true, "three", true, "four", false, "million", false));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001, Integer.MAX_VALUE})
  void in_stock_refuses_a_quantity_out_of_bounds(int quantity) {
    Response response =
        entities(
            subgraph.anonymous(),
            "availability { inStock(quantity: %d) }".formatted(quantity),
            List.of(shops.open().product(3)));
    assertThat(requestErrors(response)).containsExactly("BAD_USER_INPUT");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void list_of_any_size_is_one_statement(int size) {
    TestShop shop = shops.open();
    UUID warehouse = shop.warehouse();
    List<Object> page = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      UUID product = shop.product();
      shop.stock(product, warehouse, i + 1);
      page.add(product);
    }
    assertThat(
            statements.during(
                () -> {
                  Response response =
                      entities(shop.graph(), "id availability { total inStock }", page);
                  response
                      .path("_entities[*].availability.total")
                      .entityList(Integer.class)
                      .satisfies(
                          totals -> {
                            assertThat(totals).hasSize(size);
                            assertThat(totals.getLast()).isEqualTo(size);
                          });
                }))
        .hasSize(1);
  }

  @Test
  void by_warehouse_of_any_size_is_a_fixed_number_of_statements() {
    TestShop shop = shops.open();
    List<Object> one = List.of(shop.product(1));
    List<Object> many = Stream.generate(() -> (Object) shop.product(1)).limit(20).toList();
    for (List<Object> page : List.of(one, many)) {
      assertThat(
              statements.during(() -> entities(shop.graph(), BY_WAREHOUSE, page).returnResponse()))
          .hasSize(3);
    }
    assertThat(
            statements.during(
                () -> entities(subgraph.anonymous(), BY_WAREHOUSE, many).returnResponse()))
        .hasSize(1);
  }

  @Test
  void entity_alone_is_no_statement() {
    UUID product = shops.open().product(1);
    assertThat(
            statements.during(
                () -> entities(subgraph.anonymous(), "id", List.of(product)).returnResponse()))
        .isEmpty();
  }

  @Test
  void by_warehouse_lists_the_sellers_levels_by_name_inactive_ones_too() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID beta = shop.warehouse("beta");
    UUID alpha = shop.warehouse("Alpha");
    shop.stock(product, beta, 5);
    shop.stock(product, alpha, 9);
    orders.reserved(product, 4);
    shop.deactivate(alpha);
    String expected = "[" + level("Alpha", false, 9, 4) + "," + level("beta", true, 5, 0) + "]";
    assertThat(byWarehouse(shop.graph(), product)).containsExactly(expected);
    assertThat(byWarehouse(subgraph.with(TestIssuer.admin(UUID.randomUUID())), product))
        .containsExactly(expected);
  }

  @Test
  void by_warehouse_is_null_for_others() {
    UUID product = shops.open().product(5);
    for (GraphQlTester graph :
        List.of(
            subgraph.anonymous(),
            subgraph.with(TestIssuer.customer(UUID.randomUUID())),
            shops.open().graph())) {
      assertThat(byWarehouse(graph, product)).containsExactly("null");
    }
  }

  @Test
  void by_warehouse_tells_own_from_foreign_products_in_one_list() {
    TestShop shop = shops.open();
    UUID own = shop.product();
    shop.stock(own, shop.warehouse("Main"), 1);
    UUID foreign = shops.open().product(1);
    UUID untouched = shop.product();
    UUID unknown = UUID.randomUUID();
    assertThat(byWarehouse(shop.graph(), foreign, untouched, own, unknown))
        .containsExactly("null", "[]", "[" + level("Main", true, 1, 0) + "]", "null");
  }

  @Test
  void by_warehouse_of_an_unknown_owner_can_be_tried_again_and_leaves_the_rest_standing() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    products.down(true);
    Response response =
        entities(shop.graph(), "availability { total byWarehouse { onHand } }", List.of(product));
    assertThat(requestErrors(response)).containsExactly("TRY_AGAIN");
    JsonNode availability = data(response).at("/_entities/0/availability");
    assertThat(availability.get("total").asInt()).isZero();
    assertThat(availability.get("byWarehouse").isNull()).isTrue();
  }

  @Test
  void entities_come_in_order_and_malformed_ones_are_null() {
    TestShop shop = shops.open();
    UUID two = shop.product(2);
    UUID one = shop.product(1);
    List<Object> ids = List.of(two, "no-id", one, "1-1-1-1-1", two);
    Response response = entities(subgraph.anonymous(), "id availability { total }", ids);
    JsonNode found = data(response).get("_entities");
    assertThat(found.get(0)).isEqualTo(found.get(4));
    assertThat(found.get(0).get("id").asString()).isEqualTo(two.toString());
    assertThat(found.get(0).at("/availability/total").asInt()).isEqualTo(2);
    assertThat(found.get(1).isNull()).isTrue();
    assertThat(found.get(2).get("id").asString()).isEqualTo(one.toString());
    assertThat(found.get(2).at("/availability/total").asInt()).isEqualTo(1);
    assertThat(found.get(3).isNull()).isTrue();
  }

  @Test
  void no_entities_is_no_error() {
    entities(subgraph.anonymous(), "id", List.of())
        .path("_entities")
        .entityList(Object.class)
        .hasSize(0);
  }

  private List<Integer> totals(Object... ids) {
    return entities(subgraph.anonymous(), "availability { total }", Arrays.asList(ids))
        .path("_entities[*].availability.total")
        .entityList(Integer.class)
        .get();
  }

  /** Each product's levels as JSON. */
  private static List<String> byWarehouse(GraphQlTester graph, Object... ids) {
    return data(entities(graph, BY_WAREHOUSE, Arrays.asList(ids)))
        .get("_entities")
        .valueStream()
        .map(entity -> entity.at("/availability/byWarehouse").toString())
        .toList();
  }

  private static String level(String name, boolean active, int onHand, int reserved) {
    return "{\"warehouse\":{\"name\":\"%s\",\"active\":%s},\"onHand\":%d,\"reserved\":%d,\"free\":%d}"
        .formatted(name, active, onHand, reserved, onHand - reserved);
  }

  private static Response entities(GraphQlTester graph, String selection, List<Object> ids) {
    return graph
        .document(
            "query ($representations: [_Any!]!) { _entities(representations: $representations) {"
                + " ... on Product { "
                + selection
                + " } } }")
        .variable(
            "representations",
            ids.stream().map(id -> Map.of("__typename", "Product", "id", id)).toList())
        .execute();
  }
}
