package dev.lapak.products.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.products.ProductsTest;
import dev.lapak.products.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Products by id and SKU, as clients and as other subgraphs ask. */
@ProductsTest
class LookUpTests {

  private static final String FOR_CHECKOUT =
      "query ($ids: [ID!]!) { productsForCheckout(ids: $ids) {"
          + " id sku title price { amount currency } sellerId status } }";
  private static final String OWNERS =
      "query ($ids: [ID!]!) { productOwners(ids: $ids) { id sellerId } }";

  @Autowired SubgraphTester subgraph;
  @Autowired Shop.Maker shops;
  @Autowired StatementCount statements;

  @ParameterizedTest
  @ValueSource(strings = {"", "no-uuid", "00000000-0000-7000-8000-000000000404"})
  void unknown_id_is_null(String id) {
    subgraph
        .anonymous()
        .document("query ($id: ID!) { product(id: $id) { id } }")
        .variable("id", id)
        .execute()
        .path("product")
        .valueIsNull();
  }

  @Test
  void by_id_takes_one_statement() {
    UUID id = shops.open().product(Map.of("category", shops.category()));

    assertThat(
            statements.of(
                () ->
                    subgraph
                        .anonymous()
                        .document(
                            "query ($id: ID!) { product(id: $id) { title category { name } } }")
                        .variable("id", id)
                        .execute()
                        .path("product.category.name")
                        .hasValue()))
        .isOne();
  }

  @Test
  void by_sku_of_a_seller_whose_case_counts() {
    Shop shop = shops.open();
    UUID id = shop.product(Map.of("sku", "Mug-1"));
    shop.archive(id, 1);

    bySku(shop.id(), "Mug-1").path("productBySku.id").entity(UUID.class).isEqualTo(id);
    bySku(shop.id(), "mug-1").path("productBySku").valueIsNull();
    bySku(shop.id(), "").path("productBySku").valueIsNull();
    bySku(UUID.randomUUID(), "Mug-1").path("productBySku").valueIsNull();
    bySku("no-uuid", "Mug-1").path("productBySku").valueIsNull();
  }

  @Test
  void entities_come_in_order_with_null_where_missing() {
    Shop shop = shops.open();
    UUID first = shop.product(Map.of("title", "First"));
    UUID second = shop.product(Map.of("title", "Second"));

    entities(Stream.of(second, "no-uuid", first, UUID.randomUUID(), second))
        .path("_entities[0].title")
        .entity(String.class)
        .isEqualTo("Second")
        .path("_entities[1]")
        .valueIsNull()
        .path("_entities[2].title")
        .entity(String.class)
        .isEqualTo("First")
        .path("_entities[3]")
        .valueIsNull()
        .path("_entities[4].title")
        .entity(String.class)
        .isEqualTo("Second");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void entities_take_one_statement_for_any_number(int count) {
    List<UUID> ids = ids(count);

    assertThat(
            statements.of(
                () -> entities(ids.stream()).path("_entities[0].category.name").hasValue()))
        .isOne();
  }

  @Test
  void checkout_gets_what_it_needs_archived_ones_too() {
    Shop shop = shops.open();
    UUID id = shop.product(Map.of("sku", "Mug-1", "title", "Mug", "price", Shop.money("2.5501")));
    shop.archive(id, 1);

    GraphQlTester.Response response =
        ask("orders", FOR_CHECKOUT, List.of(UUID.randomUUID(), id, id, "no-uuid"));

    response
        .path("productsForCheckout[0]")
        .valueIsNull()
        .path("productsForCheckout[1]")
        .entity(Map.class)
        .isEqualTo(
            Map.of(
                "id",
                id.toString(),
                "sku",
                "Mug-1",
                "title",
                "Mug",
                "price",
                Map.of("amount", "2.5501", "currency", "GBP"),
                "sellerId",
                shop.id().toString(),
                "status",
                "ARCHIVED"))
        .path("productsForCheckout[2].id")
        .hasValue()
        .path("productsForCheckout[3]")
        .valueIsNull();
  }

  @Test
  void inventory_gets_the_owners() {
    Shop shop = shops.open();
    UUID id = shop.product();

    ask("inventory", OWNERS, List.of(id, UUID.randomUUID(), "no-uuid"))
        .path("productOwners[0]")
        .entity(Map.class)
        .isEqualTo(Map.of("id", id.toString(), "sellerId", shop.id().toString()))
        .path("productOwners[1]")
        .valueIsNull()
        .path("productOwners[2]")
        .valueIsNull();
  }

  @ParameterizedTest
  @CsvSource({
    "router, checkout, FORBIDDEN",
    "edge, checkout, FORBIDDEN",
    "inventory, checkout, FORBIDDEN",
    "router, owners, FORBIDDEN",
    "edge, owners, FORBIDDEN",
    "orders, owners, FORBIDDEN",
  })
  void internal_questions_are_for_one_caller(String caller, String question, String code) {
    expectError(ask(caller, question(question), List.of()), code);
  }

  @ParameterizedTest
  @CsvSource({"orders, checkout, productsForCheckout", "inventory, owners, productOwners"})
  void internal_questions_take_one_statement_and_1000_ids_at_most(
      String caller, String question, String field) {
    List<Object> ids = new ArrayList<>(ids(3));
    while (ids.size() < 1_000) {
      ids.add(UUID.randomUUID());
    }

    assertThat(
            statements.of(
                () ->
                    ask(caller, question(question), ids)
                        .path(field)
                        .entityList(Object.class)
                        .hasSize(1_000)))
        .isOne();
    ask(caller, question(question), List.of()).path(field).entityList(Object.class).hasSize(0);
    expectError(
        ask(caller, question(question), Collections.nCopies(1_001, ids.getFirst())),
        "BAD_USER_INPUT");
  }

  private List<UUID> ids(int count) {
    Shop shop = shops.open();
    String category = shops.category();
    return IntStream.range(0, count)
        .mapToObj(i -> shop.product(Map.of("category", category)))
        .toList();
  }

  private static String question(String name) {
    return name.equals("checkout") ? FOR_CHECKOUT : OWNERS;
  }

  private GraphQlTester.Response ask(String caller, String document, List<?> ids) {
    return subgraph.caller(caller).document(document).variable("ids", ids).execute();
  }

  private GraphQlTester.Response bySku(Object seller, String sku) {
    return subgraph
        .anonymous()
        .document("query ($s: ID!, $sku: String!) { productBySku(sellerId: $s, sku: $sku) { id } }")
        .variable("s", seller)
        .variable("sku", sku)
        .execute();
  }

  private GraphQlTester.Response entities(Stream<?> ids) {
    return subgraph
        .anonymous()
        .document(
            "query ($r: [_Any!]!) { _entities(representations: $r) {"
                + " ... on Product { title category { name } } } }")
        .variable("r", ids.map(id -> Map.of("__typename", "Product", "id", id)).toList())
        .execute();
  }

  private static void expectError(GraphQlTester.Response response, String code) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        error -> assertThat(error.getExtensions()).containsEntry("code", code)));
  }
}
