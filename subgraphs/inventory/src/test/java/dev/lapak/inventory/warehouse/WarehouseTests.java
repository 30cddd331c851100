package dev.lapak.inventory.warehouse;

import static dev.lapak.inventory.testing.Answers.assertError;
import static dev.lapak.inventory.testing.Answers.codes;
import static dev.lapak.inventory.testing.Answers.requestErrors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.inventory.testing.Together;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

@InventoryTest
class WarehouseTests {

  @Autowired TestShops shops;
  @Autowired SubgraphTester subgraph;

  @Test
  void new_warehouse_is_active_and_listed_by_name() {
    TestShop shop = shops.open();
    shop.createWarehouse("  jakarta ")
        .path("createWarehouse.warehouse.name")
        .entity(String.class)
        .isEqualTo("jakarta")
        .path("createWarehouse.warehouse.active")
        .entity(Boolean.class)
        .isEqualTo(true);
    shop.warehouse("Bandung");
    shop.warehouse("Medan");
    assertThat(names(shop)).containsExactly("Bandung", "jakarta", "Medan");
  }

  @Test
  void seller_sees_the_own_ones_only() {
    shops.open().warehouse("Theirs");
    assertThat(names(shops.open())).isEmpty();
  }

  @Test
  void name_has_1_to_100_characters_after_trimming() {
    TestShop shop = shops.open();
    assertThat(codes(shop.createWarehouse("x"), "createWarehouse")).isEmpty();
    assertThat(
            codes(shop.createWarehouse(" " + "\uD83D\uDE80".repeat(100) + "\t"), "createWarehouse"))
        .isEmpty();
    assertError(shop.createWarehouse(" \n "), "createWarehouse", "NAME_LENGTH", "name");
    assertError(shop.createWarehouse("x".repeat(101)), "createWarehouse", "NAME_LENGTH", "name");
    UUID id = shop.warehouse("Renamed");
    assertError(shop.renameWarehouse(id, ""), "renameWarehouse", "NAME_LENGTH", "name");
    assertThat(codes(shop.renameWarehouse(id, "y".repeat(100)), "renameWarehouse")).isEmpty();
  }

  @Test
  void control_characters_are_blanks() {
    shops
        .open()
        .createWarehouse("a\u0001b\nc\u0001")
        .path("createWarehouse.warehouse.name")
        .entity(String.class)
        .isEqualTo("a b c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Straße", "STRASSE", "straße"})
  void name_is_taken_whatever_its_case(String name) {
    TestShop shop = shops.open();
    shop.warehouse("strasse");
    UUID other = shop.warehouse("Other");
    assertError(shop.createWarehouse(name), "createWarehouse", "NAME_TAKEN", "name");
    assertError(shop.renameWarehouse(other, name), "renameWarehouse", "NAME_TAKEN", "name");
    assertThat(codes(shops.open().createWarehouse(name), "createWarehouse")).isEmpty();
  }

  @Test
  void own_name_is_not_taken_by_itself() {
    TestShop shop = shops.open();
    UUID id = shop.warehouse("Surabaya");
    shop.renameWarehouse(id, "SURABAYA")
        .path("renameWarehouse.warehouse.name")
        .entity(String.class)
        .isEqualTo("SURABAYA");
  }

  @Test
  void seller_has_at_most_100_also_when_many_are_made_at_once() {
    TestShop shop = shops.open();
    IntStream.range(0, 95).forEach(i -> shop.warehouse("W" + i));
    List<List<String>> errors =
        Together.run(20, i -> codes(shop.createWarehouse("At once " + i), "createWarehouse"));
    assertThat(Collections.frequency(errors, List.of())).isEqualTo(5);
    assertThat(Collections.frequency(errors, List.of("TOO_MANY_WAREHOUSES"))).isEqualTo(15);
    assertThat(names(shop)).hasSize(100);
    assertError(shop.createWarehouse("101"), "createWarehouse", "TOO_MANY_WAREHOUSES");
  }

  @Test
  void one_name_asked_for_at_once_is_given_once() {
    TestShop shop = shops.open();
    List<List<String>> errors =
        Together.run(10, i -> codes(shop.createWarehouse("Twin"), "createWarehouse"));
    assertThat(Collections.frequency(errors, List.of())).isEqualTo(1);
    assertThat(Collections.frequency(errors, List.of("NAME_TAKEN"))).isEqualTo(9);
  }

  @Test
  void is_deactivated_and_activated_again() {
    TestShop shop = shops.open();
    UUID id = shop.warehouse();
    for (int i = 0; i < 2; i++) {
      shop.deactivate(id)
          .path("deactivateWarehouse.warehouse.active")
          .entity(Boolean.class)
          .isEqualTo(false);
    }
    for (int i = 0; i < 2; i++) {
      shop.activate(id)
          .path("activateWarehouse.warehouse.active")
          .entity(Boolean.class)
          .isEqualTo(true);
    }
  }

  @Test
  void foreign_unknown_and_malformed_ids_are_not_found() {
    TestShop shop = shops.open();
    UUID foreign = shops.open().warehouse();
    for (Object id : List.of(foreign, UUID.randomUUID(), "no-id", "")) {
      assertError(shop.renameWarehouse(id, "Mine"), "renameWarehouse", "WAREHOUSE_NOT_FOUND", "id");
      assertError(shop.activate(id), "activateWarehouse", "WAREHOUSE_NOT_FOUND", "id");
      assertError(shop.deactivate(id), "deactivateWarehouse", "WAREHOUSE_NOT_FOUND", "id");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ warehouses { id } }",
        "mutation { createWarehouse(input: {name: \"x\"}) { errors { code } } }",
        "mutation { renameWarehouse(input: {id: \"x\", name: \"x\"}) { errors { code } } }",
        "mutation { activateWarehouse(input: {id: \"x\"}) { errors { code } } }",
        "mutation { deactivateWarehouse(input: {id: \"x\"}) { errors { code } } }"
      })
  void is_for_sellers(String document) {
    assertThat(requestErrors(subgraph.anonymous().document(document).execute()))
        .containsExactly("UNAUTHENTICATED");
    for (String token :
        List.of(TestIssuer.customer(UUID.randomUUID()), TestIssuer.admin(UUID.randomUUID()))) {
      assertThat(requestErrors(subgraph.with(token).document(document).execute()))
          .containsExactly("FORBIDDEN");
    }
  }

  @Test
  void entity_is_for_its_seller_and_admins() {
    TestShop shop = shops.open();
    UUID id = shop.warehouse("Mine");
    UUID foreign = shops.open().warehouse("Theirs");
    List<Object> ids = List.of(foreign, id, "no-id", UUID.randomUUID(), id);
    assertThat(entities(shop.graph(), ids)).containsExactly(null, "Mine", null, null, "Mine");
    assertThat(entities(subgraph.with(TestIssuer.admin(UUID.randomUUID())), ids))
        .containsExactly("Theirs", "Mine", null, null, "Mine");
    assertThat(entities(subgraph.anonymous(), ids)).containsOnlyNulls();
  }

  private static List<Object> entities(GraphQlTester graph, List<Object> ids) {
    Response response =
        graph
            .document(
                """
                query ($representations: [_Any!]!) {
                  _entities(representations: $representations) { ... on Warehouse { name } }
                }
                """)
            .variable(
                "representations",
                ids.stream().map(id -> Map.of("__typename", "Warehouse", "id", id)).toList())
            .execute();
    return response.path("_entities").entityList(Map.class).get().stream()
        .map(entity -> entity == null ? null : entity.get("name"))
        .toList();
  }

  private static List<String> names(TestShop shop) {
    return shop.graph()
        .document("{ warehouses { name } }")
        .execute()
        .path("warehouses[*].name")
        .entityList(String.class)
        .get();
  }
}
