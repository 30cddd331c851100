package dev.lapak.inventory.stock;

import static dev.lapak.inventory.testing.Answers.assertError;
import static dev.lapak.inventory.testing.Answers.codes;
import static dev.lapak.inventory.testing.Answers.requestErrors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestProducts;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.inventory.testing.Together;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

@InventoryTest
class StockTests {

  private static final int MAX = 1_000_000_000;

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
  void count_writes_what_was_counted() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse("Main");
    Response first = shop.set(product, warehouse, 10, 0, "1");
    first.path("setStock.errors").entityList(Object.class).hasSize(0);
    first.path("setStock.stockLevel").entity(Map.class).isEqualTo(level(warehouse, "Main", 10, 0));
    assertThat(onHand(shop.set(product, warehouse, 7, 10, "2"))).isEqualTo(7);
    assertThat(onHand(shop.set(product, warehouse, 7, 7, "3"))).isEqualTo(7);
    assertThat(onHand(shop.set(product, warehouse, 0, 7, "4"))).isZero();
  }

  @Test
  void count_against_another_number_is_a_conflict() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse("Main");
    Response never = shop.set(product, warehouse, 10, 1, "1");
    assertError(never, "setStock", "STOCK_CHANGED", "expectedOnHand");
    never
        .path("setStock.errors[0].current")
        .entity(Map.class)
        .isEqualTo(level(warehouse, "Main", 0, 0));
    assertThat(
            invariants
                .database()
                .queryForObject(
                    "SELECT count(*) FROM stock_level WHERE product_id = ?",
                    Integer.class,
                    product))
        .isZero();
    shop.stock(product, warehouse, 10);
    Response stale = shop.set(product, warehouse, 9, 8, "2");
    assertError(stale, "setStock", "STOCK_CHANGED", "expectedOnHand");
    stale
        .path("setStock.errors[0].current")
        .entity(Map.class)
        .isEqualTo(level(warehouse, "Main", 10, 0));
  }

  @Test
  void adjustment_adds_and_takes_away() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse();
    assertThat(onHand(shop.adjust(product, warehouse, 5, " found\n", "1"))).isEqualTo(5);
    assertThat(onHand(shop.adjust(product, warehouse, -5, "lost", "2"))).isZero();
    Response below = shop.adjust(product, warehouse, -1, "lost", "3");
    assertError(below, "adjustStock", "BELOW_RESERVED", "delta");
    below
        .path("adjustStock.errors[0].message")
        .entity(String.class)
        .isEqualTo("There are 0 on hand, 0 of them reserved: at most 0 can be taken away.");
    assertThat(
            invariants
                .database()
                .queryForList(
                    "SELECT reason FROM stock_movement WHERE product_id = ? ORDER BY made_at",
                    String.class,
                    product))
        .containsExactly("found", "lost");
  }

  @Test
  void quantity_is_within_its_range() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse();
    assertError(
        shop.set(product, warehouse, -1, 0, "1"), "setStock", "QUANTITY_OUT_OF_RANGE", "onHand");
    assertError(
        shop.set(product, warehouse, MAX + 1, 0, "2"),
        "setStock",
        "QUANTITY_OUT_OF_RANGE",
        "onHand");
    for (int delta : List.of(0, MAX + 1, -MAX - 1, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      assertError(
          shop.adjust(product, warehouse, delta, "r", "3"),
          "adjustStock",
          "QUANTITY_OUT_OF_RANGE",
          "delta");
    }
    assertThat(onHand(shop.set(product, warehouse, MAX, 0, "4"))).isEqualTo(MAX);
    assertError(
        shop.adjust(product, warehouse, 1, "r", "5"),
        "adjustStock",
        "QUANTITY_OUT_OF_RANGE",
        "delta");
    assertError(
        shop.adjust(product, warehouse, MAX, "r", "6"),
        "adjustStock",
        "QUANTITY_OUT_OF_RANGE",
        "delta");
    assertThat(onHand(shop.adjust(product, warehouse, -MAX, "r", "7"))).isZero();
    assertThat(onHand(shop.adjust(product, warehouse, MAX, "r", "8"))).isEqualTo(MAX);
  }

  @Test
  void expected_number_may_be_any() {
    TestShop shop = shops.open();
    for (int expected : List.of(-1, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      assertError(
          shop.set(shop.product(), shop.warehouse(), 0, expected, "k" + expected),
          "setStock",
          "STOCK_CHANGED",
          "expectedOnHand");
    }
  }

  @Test
  void number_beyond_int_is_no_valid_request() {
    TestShop shop = shops.open();
    Response response =
        shop.graph()
            .document(
                """
                mutation { setStock(input: {productId: "x", warehouseId: "x", onHand: 2147483648,
                  expectedOnHand: 0, idempotencyKey: "x"}) { errors { code } } }
                """)
            .execute();
    assertThat(requestErrors(response)).containsExactly("GRAPHQL_VALIDATION_FAILED");
  }

  @Test
  void reason_has_1_to_200_characters() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse();
    assertError(
        shop.adjust(product, warehouse, 1, " \t", "1"), "adjustStock", "REASON_LENGTH", "reason");
    assertError(
        shop.adjust(product, warehouse, 1, "x".repeat(201), "2"),
        "adjustStock",
        "REASON_LENGTH",
        "reason");
    assertThat(onHand(shop.adjust(product, warehouse, 1, "x".repeat(200) + " ", "3"))).isEqualTo(1);
    assertThat(onHand(shop.adjust(product, warehouse, 1, "x", "4"))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k\n", "\u00e9", "\u007f"})
  void key_is_printable_ascii(String key) {
    TestShop shop = shops.open();
    assertError(
        shop.set(shop.product(), shop.warehouse(), 1, 0, key),
        "setStock",
        "KEY_INVALID",
        "idempotencyKey");
    assertError(
        shop.adjust(shop.product(), shop.warehouse(), 1, "r", key),
        "adjustStock",
        "KEY_INVALID",
        "idempotencyKey");
  }

  @Test
  void key_has_1_to_100_characters() {
    TestShop shop = shops.open();
    UUID warehouse = shop.warehouse();
    assertError(
        shop.set(shop.product(), warehouse, 1, 0, "k".repeat(101)),
        "setStock",
        "KEY_INVALID",
        "idempotencyKey");
    assertThat(onHand(shop.set(shop.product(), warehouse, 1, 0, "~".repeat(100)))).isEqualTo(1);
    assertThat(onHand(shop.set(shop.product(), warehouse, 1, 0, " "))).isEqualTo(1);
  }

  @Test
  void same_key_with_the_same_input_answers_what_the_first_call_did() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse("Main");
    shop.set(product, warehouse, 10, 0, "count");
    shop.adjust(product, warehouse, -3, "broken", "broke");
    orders.reserved(product, 2);
    for (int i = 0; i < 3; i++) {
      shop.set(product, warehouse, 10, 0, "count")
          .path("setStock.stockLevel")
          .entity(Map.class)
          .isEqualTo(level(warehouse, "Main", 10, 0));
      assertThat(onHand(shop.adjust(product, warehouse, -3, " broken ", "broke"))).isEqualTo(7);
    }
    assertThat(movements(product)).isEqualTo(2);
  }

  @Test
  void same_key_with_another_input_is_refused() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse();
    shop.set(product, warehouse, 10, 0, "count");
    shop.adjust(product, warehouse, 10, "r", "adjust");
    List<Response> counts =
        List.of(
            shop.set(product, warehouse, 10, 1, "count"),
            shop.set(product, warehouse, 9, 0, "count"),
            shop.set(shop.product(), warehouse, 10, 0, "count"),
            shop.set(product, shop.warehouse(), 10, 0, "count"),
            shop.set(product, warehouse, 20, 10, "adjust"));
    counts.forEach(answer -> assertError(answer, "setStock", "KEY_REUSED", "idempotencyKey"));
    List<Response> adjustments =
        List.of(
            shop.adjust(product, warehouse, 9, "r", "adjust"),
            shop.adjust(product, warehouse, 10, "s", "adjust"),
            shop.adjust(shop.product(), warehouse, 10, "r", "adjust"),
            shop.adjust(product, warehouse, 10, "r", "count"));
    adjustments.forEach(
        answer -> assertError(answer, "adjustStock", "KEY_REUSED", "idempotencyKey"));
    assertThat(movements(product)).isEqualTo(2);
  }

  @Test
  void failed_call_binds_no_key() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse();
    assertThat(codes(shop.set(product, warehouse, 5, 3, "k"), "setStock"))
        .containsExactly("STOCK_CHANGED");
    assertThat(onHand(shop.set(product, warehouse, 5, 0, "k"))).isEqualTo(5);
  }

  @Test
  void key_is_the_sellers_own() {
    for (TestShop shop : List.of(shops.open(), shops.open())) {
      assertThat(onHand(shop.set(shop.product(), shop.warehouse(), 5, 0, "same"))).isEqualTo(5);
    }
  }

  @Test
  void same_key_20_times_at_once_makes_one_movement() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse();
    List<Integer> answers =
        Together.run(20, i -> onHand(shop.adjust(product, warehouse, 3, "found", "once")));
    assertThat(answers).containsOnly(3);
    answers = Together.run(20, i -> onHand(shop.set(product, warehouse, 50, 3, "counted")));
    assertThat(answers).containsOnly(50);
    assertThat(movements(product)).isEqualTo(2);
  }

  @Test
  void same_key_for_20_products_at_once_makes_one_movement() {
    TestShop shop = shops.open();
    UUID warehouse = shop.warehouse();
    List<List<String>> errors =
        Together.run(
            20,
            i -> codes(shop.adjust(shop.product(), warehouse, 3, "found", "one"), "adjustStock"));
    assertThat(Collections.frequency(errors, List.of())).isEqualTo(1);
    assertThat(Collections.frequency(errors, List.of("KEY_REUSED"))).isEqualTo(19);
  }

  @Test
  void counts_at_once_against_the_same_number_have_one_winner() {
    TestShop shop = shops.open();
    UUID product = shop.product(10);
    UUID warehouse = onlyWarehouse(product);
    List<List<String>> errors =
        Together.run(
            20, i -> codes(shop.set(product, warehouse, 100 + i, 10, "key " + i), "setStock"));
    assertThat(Collections.frequency(errors, List.of())).isEqualTo(1);
    assertThat(Collections.frequency(errors, List.of("STOCK_CHANGED"))).isEqualTo(19);
  }

  @Test
  void adjustments_at_once_all_count() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse();
    Together.run(40, i -> onHand(shop.adjust(product, warehouse, i + 1, "in", "key " + i)));
    assertThat(onHand(shop.adjust(product, warehouse, -820, "out", "out"))).isZero();
  }

  @Test
  void less_than_reserved_is_refused() {
    TestShop shop = shops.open();
    UUID product = shop.product(10);
    UUID warehouse = onlyWarehouse(product);
    orders.reserved(product, 4);
    Response set = shop.set(product, warehouse, 3, 10, "1");
    assertError(set, "setStock", "BELOW_RESERVED", "onHand");
    set.path("setStock.errors[0].current.reserved").entity(Integer.class).isEqualTo(4);
    Response adjust = shop.adjust(product, warehouse, -7, "r", "2");
    assertError(adjust, "adjustStock", "BELOW_RESERVED", "delta");
    adjust
        .path("adjustStock.errors[0].current.free")
        .entity(Integer.class)
        .isEqualTo(6)
        .path("adjustStock.errors[0].message")
        .entity(String.class)
        .isEqualTo("There are 10 on hand, 4 of them reserved: at most 6 can be taken away.");
    assertThat(onHand(shop.adjust(product, warehouse, -6, "r", "3"))).isEqualTo(4);
    assertThat(onHand(shop.set(product, warehouse, 4, 4, "4"))).isEqualTo(4);
  }

  @Test
  void what_is_over_is_not_reserved_any_more() {
    TestShop shop = shops.open();
    UUID product = shop.product(10);
    UUID warehouse = onlyWarehouse(product);
    UUID over = orders.reserved(product, 4, Duration.ofMillis(300));
    orders.waitUntilOver(over);
    assertThat(onHand(shop.set(product, warehouse, 0, 10, "1"))).isZero();
  }

  @Test
  void foreign_unknown_and_malformed_products_and_warehouses_are_not_found() {
    TestShop shop = shops.open();
    TestShop other = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse();
    for (Object id : List.of(other.product(5), other.product(), UUID.randomUUID(), "no-id")) {
      assertError(shop.set(id, warehouse, 1, 0, "1"), "setStock", "PRODUCT_NOT_FOUND", "productId");
      assertError(
          shop.adjust(id, warehouse, 1, "r", "1"), "adjustStock", "PRODUCT_NOT_FOUND", "productId");
    }
    for (Object id : List.of(other.warehouse(), UUID.randomUUID(), "no-id")) {
      assertError(
          shop.set(product, id, 1, 0, "1"), "setStock", "WAREHOUSE_NOT_FOUND", "warehouseId");
      assertError(
          shop.adjust(product, id, 1, "r", "1"),
          "adjustStock",
          "WAREHOUSE_NOT_FOUND",
          "warehouseId");
    }
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThat(codes(shops.open().adjust("p", "w", 0, "", ""), "adjustStock"))
        .containsExactlyInAnyOrder(
            "QUANTITY_OUT_OF_RANGE",
            "REASON_LENGTH",
            "KEY_INVALID",
            "PRODUCT_NOT_FOUND",
            "WAREHOUSE_NOT_FOUND");
  }

  @Test
  void unknown_owner_is_asked_for_once_and_can_be_tried_again() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID warehouse = shop.warehouse();
    products.down(true);
    assertError(shop.set(product, warehouse, 1, 0, "1"), "setStock", "TRY_AGAIN", "productId");
    assertError(
        shop.adjust(product, warehouse, 1, "r", "1"), "adjustStock", "TRY_AGAIN", "productId");
    products.down(false);
    assertThat(onHand(shop.set(product, warehouse, 1, 0, "1"))).isEqualTo(1);
    int asked = products.calls();
    products.down(true);
    assertThat(onHand(shop.adjust(product, warehouse, 1, "r", "2"))).isEqualTo(2);
    assertThat(products.calls()).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mutation { setStock(input: {productId: \"x\", warehouseId: \"x\", onHand: 1, expectedOnHand: 0, idempotencyKey: \"x\"}) { errors { code } } }",
        "mutation { adjustStock(input: {productId: \"x\", warehouseId: \"x\", delta: 1, reason: \"x\", idempotencyKey: \"x\"}) { errors { code } } }"
      })
  void is_for_sellers(String document) {
    assertThat(requestErrors(subgraph.anonymous().document(document).execute()))
        .containsExactly("UNAUTHENTICATED");
    assertThat(
            requestErrors(
                subgraph.with(TestIssuer.customer(UUID.randomUUID())).document(document).execute()))
        .containsExactly("FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE stock_movement SET delta = 0",
        "DELETE FROM stock_movement",
        "TRUNCATE stock_movement"
      })
  void ledger_only_grows(String statement) {
    shops.open().product(1);
    assertThat(catchThrowable(() -> invariants.database().execute(statement)))
        .hasMessageContaining("append-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE stock_level SET reserved = on_hand + 1",
        "UPDATE stock_level SET reserved = -1",
        "UPDATE stock_level SET on_hand = 1000000001"
      })
  void counters_stay_in_their_bounds(String statement) {
    shops.open().product(1);
    assertThat(catchThrowable(() -> invariants.database().execute(statement)))
        .hasMessageContaining("violates check constraint");
  }

  private UUID onlyWarehouse(UUID product) {
    return invariants.one(
        UUID.class, "SELECT warehouse_id FROM stock_level WHERE product_id = ?", product);
  }

  private int movements(UUID product) {
    return invariants.one(
        Integer.class, "SELECT count(*) FROM stock_movement WHERE product_id = ?", product);
  }

  private static Map<String, Object> level(UUID warehouse, String name, int onHand, int reserved) {
    return Map.of(
        "warehouse",
        Map.of("id", warehouse.toString(), "name", name, "active", true),
        "onHand",
        onHand,
        "reserved",
        reserved,
        "free",
        onHand - reserved);
  }

  /** Of the mutation's answer, whichever it is. */
  private static int onHand(Response response) {
    response.path("*.errors[*].code").entityList(String.class).hasSize(0);
    return response.path("*.stockLevel.onHand").entityList(Integer.class).get().getFirst();
  }
}
