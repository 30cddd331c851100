package dev.lapak.products.product;

import static dev.lapak.products.Answers.expectError;
import static dev.lapak.products.Answers.expectRequestError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import dev.lapak.products.ProductsTest;
import dev.lapak.products.Shop;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Creating, updating and archiving. */
@ProductsTest
class ChangeTests {

  @Autowired SubgraphTester subgraph;
  @Autowired Shop.Maker shops;

  @Test
  void created_product_is_active_in_its_first_version() {
    Shop shop = shops.open();
    String category = shops.category();

    shop.create(
            Map.of(
                "sku",
                " A-1 ",
                "title",
                " Mug 🛒 ",
                "description",
                " for tea ",
                "price",
                Shop.money("2.5501"),
                "category",
                category,
                "tags",
                List.of(" Tea", "mug ", "TEA")))
        .path("createProduct.errors")
        .entityList(Object.class)
        .hasSize(0)
        .path("createProduct.product.sku")
        .entity(String.class)
        .isEqualTo("A-1")
        .path("createProduct.product.title")
        .entity(String.class)
        .isEqualTo("Mug 🛒")
        .path("createProduct.product.description")
        .entity(String.class)
        .isEqualTo(" for tea ")
        .path("createProduct.product.price")
        .entity(Map.class)
        .isEqualTo(Map.of("amount", "2.5501", "currency", "GBP"))
        .path("createProduct.product.category.slug")
        .entity(String.class)
        .isEqualTo(category)
        .path("createProduct.product.tags")
        .entityList(String.class)
        .containsExactly("mug", "tea")
        .path("createProduct.product.seller.id")
        .entity(UUID.class)
        .isEqualTo(shop.id())
        .path("createProduct.product.status")
        .entity(String.class)
        .isEqualTo("ACTIVE")
        .path("createProduct.product.version")
        .entity(Integer.class)
        .isEqualTo(1)
        .path("createProduct.product.createdAt")
        .entity(OffsetDateTime.class)
        .satisfies(
            time ->
                assertThat(time)
                    .isBetween(
                        OffsetDateTime.now().minusMinutes(1), OffsetDateTime.now().plusSeconds(1)));
  }

  @Test
  void description_category_and_tags_may_be_left_out() {
    shops
        .open()
        .create(Map.of())
        .path("createProduct.product.description")
        .entity(String.class)
        .isEqualTo("")
        .path("createProduct.product.category")
        .valueIsNull()
        .path("createProduct.product.tags")
        .entityList(String.class)
        .hasSize(0);
  }

  @ParameterizedTest
  @CsvSource({
    "sku, '', SKU_INVALID",
    "sku, '   ', SKU_INVALID",
    "sku, 'a\tb', SKU_INVALID",
    "sku, 'a\u0000b', SKU_INVALID",
    "sku, 'a\u200bb', SKU_INVALID",
    "title, '', TITLE_LENGTH",
    "title, '  ', TITLE_LENGTH",
    "category, no-such-category, CATEGORY_NOT_FOUND",
    "category, '', CATEGORY_NOT_FOUND",
  })
  void bad_text_is_a_typed_error_at_its_field(String field, String value, String code) {
    Shop shop = shops.open();

    expectError(shop.create(Map.of(field, value)), "createProduct", code, field);
    expectError(shop.update(shop.product(), 1, Map.of(field, value)), "updateProduct", code, field);
  }

  @ParameterizedTest
  @CsvSource({
    "sku, 64, SKU_INVALID",
    "title, 200, TITLE_LENGTH",
    "description, 10000, DESCRIPTION_LENGTH",
  })
  void text_may_be_as_long_as_its_limit_and_no_longer(String field, int limit, String code) {
    Shop shop = shops.open();

    expectDone(shop.create(Map.of(field, "🛒".repeat(limit))), "createProduct");
    expectError(shop.create(Map.of(field, "x".repeat(limit + 1))), "createProduct", code, field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0001", "999999999.9999", "1", "2.50"})
  void price_within_its_limits(String amount) {
    expectDone(shops.open().create(Map.of("price", Shop.money(amount))), "createProduct");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.0001", "1000000000", "999999999999999.9999"})
  void price_outside_its_limits_is_a_typed_error(String amount) {
    expectError(
        shops.open().create(Map.of("price", Shop.money(amount))),
        "createProduct",
        "PRICE_OUT_OF_RANGE",
        "price");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.23456", "1234567890123456", "1e3", "", "one"})
  void amount_of_another_form_is_refused(String amount) {
    expectRequestError(shops.open().create(Map.of("price", Shop.money(amount))), "BAD_USER_INPUT");
  }

  @Test
  void price_is_in_the_sellers_currency() {
    Shop shop = shops.open("EUR");

    expectError(
        shop.create(Map.of("price", Shop.money("1"))), "createProduct", "WRONG_CURRENCY", "price");
    expectDone(
        shop.create(Map.of("price", Map.of("amount", "1", "currency", "EUR"))), "createProduct");
  }

  @Test
  void tags_are_twenty_of_fifty_characters_at_most() {
    Shop shop = shops.open();
    List<String> twenty = IntStream.range(0, 20).mapToObj(i -> "tag" + i).toList();
    List<String> more = IntStream.range(0, 21).mapToObj(i -> "tag" + i).toList();

    expectDone(shop.create(Map.of("tags", twenty)), "createProduct");
    expectDone(shop.create(Map.of("tags", Collections.nCopies(21, "one"))), "createProduct");
    expectDone(shop.create(Map.of("tags", List.of("🛒".repeat(50)))), "createProduct");
    for (List<String> tags : List.of(more, List.of(" "), List.of("x".repeat(51)))) {
      expectError(shop.create(Map.of("tags", tags)), "createProduct", "TAGS_INVALID", "tags");
    }
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    shops
        .open()
        .create(
            Map.of(
                "sku", "",
                "title", "",
                "description", "x".repeat(10_001),
                "price", Map.of("amount", "0", "currency", "EUR"),
                "tags", List.of("")))
        .path("createProduct.errors[*].code")
        .entityList(String.class)
        .containsExactly(
            "SKU_INVALID",
            "TITLE_LENGTH",
            "DESCRIPTION_LENGTH",
            "PRICE_OUT_OF_RANGE",
            "WRONG_CURRENCY",
            "TAGS_INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "description"})
  void nul_character_is_bad_input(String field) {
    expectRequestError(shops.open().create(Map.of(field, "a\u0000b")), "BAD_USER_INPUT");
  }

  @Test
  void nul_character_in_a_tag_is_bad_input() {
    expectRequestError(shops.open().create(Map.of("tags", List.of("a\u0000b"))), "BAD_USER_INPUT");
  }

  @Test
  void sku_is_unique_for_its_seller_only() {
    Shop shop = shops.open();
    String sku = Shop.newSku();
    shop.product(Map.of("sku", sku));

    expectError(shop.create(Map.of("sku", sku)), "createProduct", "SKU_TAKEN", "sku");
    expectError(
        shop.update(shop.product(), 1, Map.of("sku", sku)), "updateProduct", "SKU_TAKEN", "sku");
    expectDone(shops.open().create(Map.of("sku", sku)), "createProduct");
    expectDone(shop.create(Map.of("sku", sku.toLowerCase(java.util.Locale.ROOT))), "createProduct");
  }

  @Test
  void of_twenty_at_once_with_one_sku_one_gets_it() {
    Shop shop = shops.open();
    String sku = Shop.newSku();

    List<String> outcomes =
        Race.of(20, i -> outcome(shop.create(Map.of("sku", sku)), "createProduct"));

    assertThat(outcomes).containsOnlyOnce("DONE").filteredOn("SKU_TAKEN"::equals).hasSize(19);
  }

  @Test
  void of_twenty_renamed_at_once_to_one_sku_one_gets_it() {
    Shop shop = shops.open();
    String sku = Shop.newSku();
    List<UUID> products = IntStream.range(0, 20).mapToObj(i -> shop.product()).toList();

    List<String> outcomes =
        Race.of(
            20, i -> outcome(shop.update(products.get(i), 1, Map.of("sku", sku)), "updateProduct"));

    assertThat(outcomes).containsOnlyOnce("DONE").filteredOn("SKU_TAKEN"::equals).hasSize(19);
  }

  @Test
  void update_changes_what_is_given_and_keeps_the_rest() {
    Shop shop = shops.open();
    String category = shops.category();
    UUID product =
        shop.product(
            Map.of(
                "title", "Old", "description", "Text", "category", category, "tags", List.of("a")));

    GraphQlTester.Response response = shop.update(product, 1, Map.of("title", " New "));

    expectDone(response, "updateProduct");
    response
        .path("updateProduct.product.title")
        .entity(String.class)
        .isEqualTo("New")
        .path("updateProduct.product.description")
        .entity(String.class)
        .isEqualTo("Text")
        .path("updateProduct.product.category.slug")
        .entity(String.class)
        .isEqualTo(category)
        .path("updateProduct.product.tags")
        .entityList(String.class)
        .containsExactly("a")
        .path("updateProduct.product.version")
        .entity(Integer.class)
        .isEqualTo(2);
  }

  @Test
  void null_takes_a_product_out_of_its_category_and_leaves_all_else() {
    Shop shop = shops.open();
    UUID product = shop.product(Map.of("category", shops.category(), "title", "Old"));
    Map<String, Object> nulls = new java.util.HashMap<>();
    for (String field : List.of("category", "title", "sku", "description", "price", "tags")) {
      nulls.put(field, null);
    }

    shop.update(product, 1, nulls)
        .path("updateProduct.product.category")
        .valueIsNull()
        .path("updateProduct.product.title")
        .entity(String.class)
        .isEqualTo("Old");
  }

  @Test
  void every_part_can_be_changed() {
    Shop shop = shops.open();
    String category = shops.category();
    String sku = Shop.newSku();

    shop.update(
            shop.product(),
            1,
            Map.of(
                "sku",
                sku,
                "title",
                "New",
                "description",
                "Text",
                "price",
                Shop.money("9.99"),
                "category",
                category,
                "tags",
                List.of("b", "a")))
        .path("updateProduct.product.sku")
        .entity(String.class)
        .isEqualTo(sku)
        .path("updateProduct.product.description")
        .entity(String.class)
        .isEqualTo("Text")
        .path("updateProduct.product.price.amount")
        .entity(String.class)
        .isEqualTo("9.99")
        .path("updateProduct.product.category.slug")
        .entity(String.class)
        .isEqualTo(category)
        .path("updateProduct.product.tags")
        .entityList(String.class)
        .containsExactly("a", "b");
  }

  @Test
  void change_that_changes_nothing_makes_no_version() {
    Shop shop = shops.open();
    UUID product = shop.product(Map.of("title", "Same"));

    shop.update(product, 1, Map.of("title", "Same"))
        .path("updateProduct.product.version")
        .entity(Integer.class)
        .isEqualTo(1);
  }

  @Test
  void stale_version_is_a_conflict_that_tells_the_current_one() {
    Shop shop = shops.open();
    UUID product = shop.product();
    shop.update(product, 1, Map.of("title", "Second"));

    for (int version : new int[] {1, 3, -1, Integer.MAX_VALUE}) {
      GraphQlTester.Response response = shop.update(product, version, Map.of("title", "Mine"));
      expectError(response, "updateProduct", "VERSION_CONFLICT", "expectedVersion");
      response
          .path("updateProduct.errors[0].current.version")
          .entity(Integer.class)
          .isEqualTo(2)
          .path("updateProduct.errors[0].current.title")
          .entity(String.class)
          .isEqualTo("Second");
    }
  }

  @Test
  void of_twenty_updates_of_one_version_one_wins() {
    Shop shop = shops.open();
    UUID product = shop.product();

    List<String> outcomes =
        Race.of(
            20,
            i -> outcome(shop.update(product, 1, Map.of("title", "Title " + i)), "updateProduct"));

    assertThat(outcomes)
        .containsOnlyOnce("DONE")
        .filteredOn("VERSION_CONFLICT"::equals)
        .hasSize(19);
    subgraph
        .anonymous()
        .document("query ($id: ID!) { product(id: $id) { version } }")
        .variable("id", product)
        .execute()
        .path("product.version")
        .entity(Integer.class)
        .isEqualTo(2);
  }

  @Test
  void archived_product_is_readable_and_does_not_change() {
    Shop shop = shops.open();
    UUID product = shop.product();

    shop.archive(product, 1)
        .path("archiveProduct.product.status")
        .entity(String.class)
        .isEqualTo("ARCHIVED")
        .path("archiveProduct.product.version")
        .entity(Integer.class)
        .isEqualTo(2);
    expectError(
        shop.update(product, 2, Map.of("title", "New")), "updateProduct", "PRODUCT_ARCHIVED", "id");
    subgraph
        .anonymous()
        .document("query ($id: ID!) { product(id: $id) { status } }")
        .variable("id", product)
        .execute()
        .path("product.status")
        .entity(String.class)
        .isEqualTo("ARCHIVED");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void archiving_again_changes_nothing(int version) {
    Shop shop = shops.open();
    UUID product = shop.product();
    shop.archive(product, 1);

    GraphQlTester.Response response = shop.archive(product, version);

    expectDone(response, "archiveProduct");
    response.path("archiveProduct.product.version").entity(Integer.class).isEqualTo(2);
  }

  @Test
  void archiving_a_stale_version_is_a_conflict() {
    Shop shop = shops.open();
    UUID product = shop.product();
    shop.update(product, 1, Map.of("title", "Second"));

    GraphQlTester.Response response = shop.archive(product, 1);

    expectError(response, "archiveProduct", "VERSION_CONFLICT", "expectedVersion");
    response.path("archiveProduct.errors[0].current.version").entity(Integer.class).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"theirs", "nobody's", "no-uuid"})
  void product_of_another_looks_as_if_not_there(String which) {
    UUID theirs = shops.open().product();
    Object id =
        switch (which) {
          case "theirs" -> theirs;
          case "nobody's" -> UUID.randomUUID();
          default -> which;
        };
    Shop shop = shops.open();

    expectError(
        shop.update(theirs, 1, Map.of("title", "Mine", "id", id)),
        "updateProduct",
        "PRODUCT_NOT_FOUND",
        "id");
    if (id instanceof UUID uuid) {
      expectError(shop.archive(uuid, 1), "archiveProduct", "PRODUCT_NOT_FOUND", "id");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "createProduct, '{sku: \"a\", title: \"b\", price: {amount: \"1\", currency: \"GBP\"}}'",
    "updateProduct, '{id: \"1\", expectedVersion: 1}'",
    "archiveProduct, '{id: \"1\", expectedVersion: 1}'",
  })
  void only_sellers_sell(String mutation, String input) {
    String document = "mutation { %s(input: %s) { product { id } } }".formatted(mutation, input);

    expectRequestError(subgraph.anonymous().document(document).execute(), "UNAUTHENTICATED");
    expectRequestError(
        subgraph.with(TestIssuer.customer(UUID.randomUUID())).document(document).execute(),
        "FORBIDDEN");
  }

  private static String outcome(GraphQlTester.Response response, String mutation) {
    List<String> codes = response.path(mutation + ".errors[*].code").entityList(String.class).get();
    return codes.isEmpty() ? "DONE" : codes.getFirst();
  }

  private static void expectDone(GraphQlTester.Response response, String mutation) {
    response
        .path(mutation + ".errors")
        .entityList(Object.class)
        .hasSize(0)
        .path(mutation + ".product.id")
        .hasValue();
  }
}
