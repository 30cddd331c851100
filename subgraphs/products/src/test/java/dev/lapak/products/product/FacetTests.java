package dev.lapak.products.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.products.ProductsTest;
import dev.lapak.products.Shop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many products a list has of each kind. */
@ProductsTest
class FacetTests {

  private static final String ALL =
      "complete categories { category { id slug name } count } tags { tag count }"
          + " prices { min { amount currency } max { amount currency } count }";

  @Autowired SubgraphTester subgraph;
  @Autowired Shop.Maker shops;
  @Autowired StatementCount statements;
  @Autowired JdbcTemplate database;

  @Test
  void counts_the_whole_list_not_the_page() {
    Shop shop = shops.open();
    String lamps = shops.category();
    String pots = shops.category();
    sell(shop, 3, lamps, "1.50", "red", "metal");
    sell(shop, 2, pots, "1.99", "red");
    sell(shop, 1, null, "2.00");
    shop.archive(shop.product(Map.of("category", pots, "tags", List.of("red"))), 1);

    GraphQlTester.Response found = list(Map.of("sellerId", shop.id()), null);

    found.path("products.edges").entityList(Object.class).hasSize(1);
    found.path("products.facets.complete").entity(Boolean.class).isEqualTo(true);
    assertThat(categories(found)).containsExactly(lamps + " 3", pots + " 2");
    assertThat(tags(found)).containsExactly("red 5", "metal 3");
    assertThat(prices(found)).containsExactly("1.00 1.9999 GBP 5", "2.00 4.9999 GBP 1");
  }

  @Test
  void each_leaves_out_its_own_part_of_the_filter() {
    Shop shop = shops.open();
    String lamps = shops.category();
    String pots = shops.category();
    sell(shop, 3, lamps, "1.50", "red", "metal");
    sell(shop, 2, pots, "1.50", "red");
    sell(shop, 4, pots, "7", "blue", "metal");
    Map<String, Object> seller = Map.of("sellerId", shop.id());

    GraphQlTester.Response byCategory = list(and(seller, "category", lamps), null);
    assertThat(categories(byCategory)).containsExactly(pots + " 6", lamps + " 3");
    assertThat(tags(byCategory)).containsExactly("metal 3", "red 3");
    assertThat(prices(byCategory)).containsExactly("1.00 1.9999 GBP 3");

    GraphQlTester.Response byTag = list(and(seller, "tagsAny", List.of("red")), null);
    assertThat(categories(byTag)).containsExactly(lamps + " 3", pots + " 2");
    assertThat(tags(byTag)).containsExactly("metal 7", "red 5", "blue 4");

    GraphQlTester.Response byAllTags = list(and(seller, "tagsAll", List.of("red")), null);
    assertThat(tags(byAllTags)).as("narrows").containsExactly("red 5", "metal 3");

    GraphQlTester.Response byPrice =
        list(and(seller, "price", Map.of("currency", "GBP", "min", "5")), null);
    assertThat(categories(byPrice)).containsExactly(pots + " 4");
    assertThat(prices(byPrice)).containsExactly("1.00 1.9999 GBP 5", "5.00 9.9999 GBP 4");
  }

  @Test
  void counts_what_a_search_finds_as_it_was_read() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Red weathervane", "tags", List.of("red")));
    shop.product(Map.of("title", "Blue weathervane", "tags", List.of("blue")));
    shop.product(Map.of("title", "Red roof", "tags", List.of("red")));
    Map<String, Object> filter = Map.of("sellerId", shop.id());

    assertThat(tags(list(filter, "weathervane"))).containsExactly("blue 1", "red 1");
    assertThat(tags(list(filter, "wethervane"))).containsExactly("blue 1", "red 1");
    assertThat(tags(list(filter, "red weathervane"))).containsExactly("red 1");
    assertThat(tags(list(filter, "roof weathervane"))).isEmpty();
  }

  @Test
  void prices_by_currency() {
    String tag = "currencies-" + UUID.randomUUID();
    shops.open().product(Map.of("tags", List.of(tag), "price", Shop.money("1")));
    shops
        .open("IDR")
        .product(
            Map.of("tags", List.of(tag), "price", Map.of("amount", "15000", "currency", "IDR")));

    assertThat(prices(list(Map.of("tagsAll", List.of(tag)), null)))
        .containsExactly("1.00 1.9999 GBP 1", "10000.00 19999.9999 IDR 1");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0001, 0.0001 0.0099 GBP 1",
    "0.0099, 0.0001 0.0099 GBP 1",
    "0.01, 0.01 0.0199 GBP 1",
    "0.9999, 0.50 0.9999 GBP 1",
    "1, 1.00 1.9999 GBP 1",
    "4.9999, 2.00 4.9999 GBP 1",
    "999999999.9999, 500000000.00 999999999.9999 GBP 1",
  })
  void range_of_a_price_is_one_that_a_filter_takes(String price, String range) {
    Shop shop = shops.open();
    shop.product(Map.of("price", Shop.money(price)));

    assertThat(prices(list(Map.of("sellerId", shop.id()), null))).containsExactly(range);
    String[] ends = range.split(" ", -1);
    list(
            Map.of(
                "sellerId",
                shop.id(),
                "price",
                Map.of("currency", "GBP", "min", ends[0], "max", ends[1])),
            null)
        .path("products.edges")
        .entityList(Object.class)
        .hasSize(1);
  }

  @Test
  void at_most_fifty_of_a_kind() {
    Shop shop = shops.open();
    for (int i = 0; i < 3; i++) {
      int round = i;
      shop.product(
          Map.of("tags", IntStream.range(0, 20).mapToObj(n -> "t" + round + "-" + n).toList()));
    }
    shop.product(Map.of("tags", List.of("t2-19")));

    assertThat(tags(list(Map.of("sellerId", shop.id()), null)))
        .hasSize(50)
        .startsWith("t2-19 2", "t0-0 1");
  }

  @Test
  void what_is_chosen_is_counted_right_also_where_ten_thousand_are_newer() {
    Shop shop = shops.open();
    String chosen = shops.category();
    sell(shop, 2, chosen, "900000", "old", "rare");
    sell(shop, 3, null, "600000", "old");
    database.update(
        """
        INSERT INTO products (seller_id, sku, title, description, price, currency, tags)
        SELECT ?, 'new-' || n, 'New', '', 1.50, 'GBP', ARRAY['new', 'new' || n % 60]
        FROM generate_series(1, 10000) AS n
        """,
        shop.id());
    Map<String, Object> seller = Map.of("sellerId", shop.id());

    GraphQlTester.Response byCategory = list(and(seller, "category", chosen), null);
    byCategory.path("products.facets.complete").entity(Boolean.class).isEqualTo(false);
    assertThat(complete(seller)).isFalse();
    assertThat(complete(and(seller, "tagsAny", List.of("old")))).isTrue();
    assertThat(categories(byCategory)).containsExactly(chosen + " 2");
    assertThat(tags(byCategory)).containsExactly("old 2", "rare 2");
    assertThat(prices(byCategory)).containsExactly("500000.00 999999.9999 GBP 2");
    GraphQlTester.Response byTag = list(and(seller, "tagsAny", List.of("old")), null);
    assertThat(tags(byTag)).hasSize(50).startsWith("new 10000").endsWith("old 5");
    GraphQlTester.Response byPrice =
        list(and(seller, "price", Map.of("currency", "GBP", "min", "900000")), null);
    assertThat(prices(byPrice))
        .containsExactly("1.00 1.9999 GBP 10000", "500000.00 999999.9999 GBP 5");
    assertThat(tags(byPrice)).containsExactly("old 2", "rare 2");
  }

  @ParameterizedTest
  @CsvSource({
    "edges { cursor }, 1",
    "edges { cursor } facets { __typename }, 1",
    "facets { complete }, 2",
    "facets { tags { count } }, 2",
    "facets { categories { count } tags { count } prices { count } complete }, 2",
    "totalCount facets { prices { count } }, 3",
  })
  void facets_take_one_statement_and_only_where_asked_for(String fields, int expected) {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Theremin", "tags", List.of("x")));

    assertThat(
            statements.of(
                () ->
                    subgraph
                        .anonymous()
                        .document(
                            "{ products(search: \"theremin\", filter: {tagsAny: [\"x\"]}) { %s } }"
                                .formatted(fields))
                        .execute()
                        .path("products")
                        .hasValue()))
        .isEqualTo(expected);
  }

  private static void sell(
      Shop shop, int count, @Nullable String category, String price, String... tags) {
    for (int i = 0; i < count; i++) {
      Map<String, Object> input = new HashMap<>();
      input.put("category", category);
      input.put("price", Shop.money(price));
      input.put("tags", List.of(tags));
      shop.product(input);
    }
  }

  private static Map<String, Object> and(Map<String, Object> filter, String part, Object value) {
    Map<String, Object> all = new HashMap<>(filter);
    all.put(part, value);
    return all;
  }

  private GraphQlTester.Response list(Map<String, ?> filter, @Nullable String search) {
    return subgraph
        .anonymous()
        .document(
            "query ($filter: ProductFilter, $search: String) { products(first: 1, filter: $filter,"
                + " search: $search) { edges { cursor } facets { %s } } }".formatted(ALL))
        .variable("filter", filter)
        .variable("search", search)
        .execute();
  }

  private boolean complete(Map<String, ?> filter) {
    return subgraph
        .anonymous()
        .document(
            "query ($filter: ProductFilter) { products(filter: $filter) { facets { complete } } }")
        .variable("filter", filter)
        .execute()
        .path("products.facets.complete")
        .entity(Boolean.class)
        .get();
  }

  private record Slug(String slug) {}

  private record InCategory(Slug category, int count) {}

  private record Tagged(String tag, int count) {}

  private record Amount(String amount, String currency) {}

  private record Priced(Amount min, Amount max, int count) {}

  private static List<String> categories(GraphQlTester.Response page) {
    return page.path("products.facets.categories").entityList(InCategory.class).get().stream()
        .map(row -> row.category.slug + " " + row.count)
        .toList();
  }

  private static List<String> tags(GraphQlTester.Response page) {
    return page.path("products.facets.tags").entityList(Tagged.class).get().stream()
        .map(row -> row.tag + " " + row.count)
        .toList();
  }

  private static List<String> prices(GraphQlTester.Response page) {
    return page.path("products.facets.prices").entityList(Priced.class).get().stream()
        .map(
            row -> row.min.amount + " " + row.max.amount + " " + row.max.currency + " " + row.count)
        .toList();
  }
}
