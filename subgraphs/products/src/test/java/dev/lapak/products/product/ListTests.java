package dev.lapak.products.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.products.Forgery;
import dev.lapak.products.ProductsTest;
import dev.lapak.products.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Lists, a page at a time. */
@ProductsTest
class ListTests {

  @Autowired SubgraphTester subgraph;
  @Autowired Shop.Maker shops;
  @Autowired StatementCount statements;

  @ParameterizedTest
  @EnumSource(ProductSort.class)
  void pages_show_every_product_once_in_the_order_of_one_large_page(ProductSort sort) {
    Shop shop = shops.open();
    for (int i = 0; i < 23; i++) {
      // Many equal prices and titles: the ids break the ties.
      shop.product(Map.of("title", "Title " + i % 3, "price", Shop.money("1." + i % 4)));
    }
    Map<String, Object> filter = Map.of("sellerId", shop.id());

    List<String> paged = new ArrayList<>();
    String after = null;
    do {
      GraphQlTester.Response page = list(5, after, filter, sort);
      paged.addAll(ids(page));
      after =
          page.path("products.pageInfo.hasNextPage").entity(Boolean.class).get()
              ? page.path("products.pageInfo.endCursor").entity(String.class).get()
              : null;
    } while (after != null);

    assertThat(paged)
        .hasSize(23)
        .doesNotHaveDuplicates()
        .isEqualTo(ids(list(100, null, filter, sort)));
  }

  @Test
  void newest_first() {
    Shop shop = shops.open();
    List<String> made =
        new ArrayList<>(IntStream.range(0, 5).mapToObj(i -> shop.product().toString()).toList());
    Collections.reverse(made);

    assertThat(ids(list(10, null, Map.of("sellerId", shop.id()), ProductSort.NEWEST)))
        .isEqualTo(made);
  }

  @Test
  void by_price_within_each_currency() {
    String tag = "price-" + Shop.newSku().toLowerCase(java.util.Locale.ROOT);
    Shop pounds = shops.open();
    Shop euros = shops.open("EUR");
    for (String amount : List.of("10", "9.5", "9.4999")) {
      pounds.product(Map.of("tags", List.of(tag), "price", Shop.money(amount)));
    }
    euros.product(
        Map.of("tags", List.of(tag), "price", Map.of("amount", "9.75", "currency", "EUR")));
    Map<String, Object> filter = Map.of("tagsAny", List.of(tag));

    assertThat(prices(list(10, null, filter, ProductSort.PRICE_ASC)))
        .containsExactly("9.75 EUR", "9.4999 GBP", "9.50 GBP", "10.00 GBP");
    assertThat(prices(list(10, null, filter, ProductSort.PRICE_DESC)))
        .containsExactly("10.00 GBP", "9.50 GBP", "9.4999 GBP", "9.75 EUR");
  }

  @Test
  void titles_as_people_sort_them() {
    Shop shop = shops.open();
    for (String title : List.of("Zebra", "apple", "Éclair", "Banana", "eclipse", "10 nails")) {
      shop.product(Map.of("title", title));
    }

    assertThat(
            list(10, null, Map.of("sellerId", shop.id()), ProductSort.TITLE)
                .path("products.edges[*].node.title")
                .entityList(String.class)
                .get())
        .containsExactly("10 nails", "apple", "Banana", "Éclair", "eclipse", "Zebra");
  }

  @Test
  void what_is_made_or_archived_meanwhile_moves_no_page() {
    Shop shop = shops.open();
    List<UUID> made = IntStream.range(0, 6).mapToObj(i -> shop.product()).toList();
    Map<String, Object> filter = Map.of("sellerId", shop.id());
    GraphQlTester.Response first = list(3, null, filter, ProductSort.NEWEST);

    shop.product();
    shop.archive(made.get(3), 1); // the one that the cursor points to
    String after = first.path("products.pageInfo.endCursor").entity(String.class).get();

    assertThat(ids(list(3, after, filter, ProductSort.NEWEST)))
        .containsExactly(made.get(2).toString(), made.get(1).toString(), made.get(0).toString());
  }

  @ParameterizedTest
  @EnumSource(ProductSort.class)
  void what_stays_is_seen_once_while_others_come_change_and_go(ProductSort sort) {
    Shop shop = shops.open();
    List<UUID> stay = new ArrayList<>();
    List<UUID> go = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      UUID product =
          shop.product(Map.of("title", "Title " + i % 5, "price", Shop.money("1." + i % 4)));
      (i % 6 == 5 ? go : stay).add(product);
    }
    Map<String, Object> filter = Map.of("sellerId", shop.id());

    List<String> seen = new ArrayList<>();
    String after = null;
    do {
      GraphQlTester.Response page = list(4, after, filter, sort);
      seen.addAll(ids(page));
      after =
          page.path("products.pageInfo.hasNextPage").entity(Boolean.class).get()
              ? page.path("products.pageInfo.endCursor").entity(String.class).get()
              : null;
      if (!go.isEmpty()) {
        shop.archive(go.removeLast(), 1);
      }
      shop.update(stay.getFirst(), 1, Map.of("description", "changed meanwhile"));
      shop.product(Map.of("title", "Title 2", "price", Shop.money("1.2")));
    } while (after != null);

    assertThat(seen)
        .doesNotHaveDuplicates()
        .containsAll(stay.stream().map(UUID::toString).toList());
  }

  @Test
  void archived_products_are_not_listed() {
    Shop shop = shops.open();
    UUID kept = shop.product();
    shop.archive(shop.product(), 1);

    GraphQlTester.Response page = list(10, null, Map.of("sellerId", shop.id()), ProductSort.NEWEST);
    assertThat(ids(page)).containsExactly(kept.toString());
    page.path("products.totalCount").entity(Integer.class).isEqualTo(1);
  }

  @Test
  void filters_by_category() {
    Shop shop = shops.open();
    String category = shops.category();
    UUID in = shop.product(Map.of("category", category));
    shop.product(Map.of("category", shops.category()));
    shop.product();

    assertThat(found(Map.of("category", category))).containsExactly(in.toString());
    assertThat(found(Map.of("category", "no-such-category"))).isEmpty();
    assertThat(found(Map.of("category", ""))).isEmpty();
  }

  @Test
  void filters_by_tags() {
    Shop shop = shops.open();
    String a = "a" + Shop.newSku();
    String b = "b" + Shop.newSku();
    String onlyA = shop.product(Map.of("tags", List.of(a))).toString();
    String onlyB = shop.product(Map.of("tags", List.of(b))).toString();
    String both = shop.product(Map.of("tags", List.of(a, b))).toString();

    assertThat(found(Map.of("tagsAny", List.of(a)))).containsExactly(both, onlyA);
    assertThat(found(Map.of("tagsAny", List.of(" " + a + " ", b))))
        .containsExactly(both, onlyB, onlyA);
    assertThat(found(Map.of("tagsAll", List.of(a, b)))).containsExactly(both);
    assertThat(found(Map.of("tagsAny", List.of(a), "tagsAll", List.of(b)))).containsExactly(both);
    assertThat(found(Map.of("tagsAny", List.of()))).isEmpty();
    assertThat(found(Map.of("tagsAll", List.of(a + "x")))).isEmpty();
  }

  @Test
  void filters_by_price_both_ends_included() {
    Shop shop = shops.open();
    for (String amount : List.of("1", "2", "3", "4")) {
      shop.product(Map.of("price", Shop.money(amount)));
    }

    assertThat(prices(shop, Map.of("currency", "GBP", "min", "2", "max", "3")))
        .containsExactly("2.00 GBP", "3.00 GBP");
    assertThat(prices(shop, Map.of("currency", "GBP", "min", "3.0001")))
        .containsExactly("4.00 GBP");
    assertThat(prices(shop, Map.of("currency", "GBP", "max", "1"))).containsExactly("1.00 GBP");
    assertThat(prices(shop, Map.of("currency", "GBP"))).hasSize(4);
    assertThat(prices(shop, Map.of("currency", "GBP", "min", "3", "max", "2"))).isEmpty();
    assertThat(prices(shop, Map.of("currency", "EUR", "min", "2", "max", "3"))).isEmpty();
  }

  @Test
  void all_filters_together_and_paged() {
    Shop shop = shops.open();
    String category = shops.category();
    Map<String, Object> input =
        Map.of("category", category, "tags", List.of("x", "y"), "price", Shop.money("5"));
    List<String> made =
        IntStream.range(0, 3).mapToObj(i -> shop.product(input).toString()).toList();
    Map<String, Object> filter =
        Map.of(
            "category", category,
            "tagsAny", List.of("x", "z"),
            "tagsAll", List.of("y"),
            "price", Map.of("currency", "GBP", "min", "5", "max", "5"),
            "sellerId", shop.id());

    GraphQlTester.Response first = list(2, null, filter, ProductSort.PRICE_ASC);
    first.path("products.totalCount").entity(Integer.class).isEqualTo(3);
    String after = first.path("products.pageInfo.endCursor").entity(String.class).get();
    GraphQlTester.Response second = list(2, after, filter, ProductSort.PRICE_ASC);

    assertThat(ids(first)).isEqualTo(made.subList(0, 2));
    assertThat(ids(second)).isEqualTo(made.subList(2, 3));
    second
        .path("products.pageInfo.hasPreviousPage")
        .entity(Boolean.class)
        .isEqualTo(true)
        .path("products.pageInfo.hasNextPage")
        .entity(Boolean.class)
        .isEqualTo(false)
        .path("products.totalCount")
        .entity(Integer.class)
        .isEqualTo(3);
  }

  @Test
  void unknown_seller_has_an_empty_list() {
    assertThat(found(Map.of("sellerId", UUID.randomUUID()))).isEmpty();
    assertThat(found(Map.of("sellerId", "no-uuid"))).isEmpty();
  }

  @Test
  void at_most_twenty_tags() {
    List<String> twenty = Collections.nCopies(20, "x");
    List<String> more = Collections.nCopies(21, "x");

    for (String field : List.of("tagsAny", "tagsAll")) {
      list(1, null, Map.of(field, twenty), ProductSort.NEWEST).path("products").hasValue();
      expectBadInput(list(1, null, Map.of(field, more), ProductSort.NEWEST));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void page_of_1_to_100(int first) {
    list(first, null, Map.of(), ProductSort.NEWEST).path("products").hasValue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void page_of_another_size_is_bad_input(int first) {
    expectBadInput(list(first, null, Map.of(), ProductSort.NEWEST));
  }

  @Test
  void cursor_is_for_its_own_sort_and_filter() {
    Shop shop = shops.open();
    shop.product();
    Map<String, Object> filter = Map.of("sellerId", shop.id());
    String cursor =
        list(1, null, filter, ProductSort.NEWEST)
            .path("products.edges[0].cursor")
            .entity(String.class)
            .get();

    list(1, cursor, filter, ProductSort.NEWEST).path("products").hasValue();
    expectBadInput(list(1, cursor, filter, ProductSort.TITLE));
    expectBadInput(list(1, cursor, Map.of(), ProductSort.NEWEST));
  }

  @ParameterizedTest
  @EnumSource(ProductSort.class)
  void forged_cursor_is_bad_input(ProductSort sort) {
    shops.open().product();
    String cursor =
        list(1, null, Map.of(), sort).path("products.edges[0].cursor").entity(String.class).get();
    for (List<String> keys :
        List.of(
            List.of("x"),
            List.of("x", "x"),
            List.of("GBP", "1E+999999999", UUID.randomUUID().toString()),
            List.of("GBP", "1", "x"),
            List.of("a\u0000b", UUID.randomUUID().toString()),
            List.of("a", "b", "c", "d"))) {
      expectBadInput(list(1, Forgery.of(cursor, keys), Map.of(), sort));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void list_takes_one_statement_for_any_page(int first) {
    Shop shop = shops.open();
    String category = shops.category();
    for (int i = 0; i < 3; i++) {
      shop.product(Map.of("category", category, "tags", List.of("x")));
    }

    assertThat(
            statements.of(
                () ->
                    subgraph
                        .anonymous()
                        .document(
                            "query ($first: Int!) { products(first: $first) { edges { cursor node {"
                                + " id sku title description price { amount currency } category {"
                                + " id slug name } tags seller { id } status version createdAt"
                                + " updatedAt } } pageInfo { hasNextPage endCursor } } }")
                        .variable("first", first)
                        .execute()
                        .path("products.edges[0].node.id")
                        .hasValue()))
        .isOne();
  }

  @Test
  void total_takes_one_statement_more_and_only_where_asked_for() {
    assertThat(
            statements.of(
                () ->
                    subgraph
                        .anonymous()
                        .document("{ products { totalCount } }")
                        .execute()
                        .path("products.totalCount")
                        .hasValue()))
        .isEqualTo(2);
  }

  private List<String> found(Map<String, ?> filter) {
    return ids(list(10, null, filter, ProductSort.NEWEST));
  }

  private List<String> prices(Shop shop, Map<String, ?> range) {
    return prices(
        list(10, null, Map.of("sellerId", shop.id(), "price", range), ProductSort.PRICE_ASC));
  }

  private GraphQlTester.Response list(
      int first, @Nullable String after, Map<String, ?> filter, ProductSort sort) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("first", first);
    variables.put("after", after);
    variables.put("filter", filter);
    variables.put("sort", sort.name());
    return subgraph
        .anonymous()
        .document(
            "query ($first: Int!, $after: String, $filter: ProductFilter, $sort: ProductSort!) {"
                + " products(first: $first, after: $after, filter: $filter, sort: $sort) {"
                + " totalCount edges { cursor node { id title price { amount currency } } }"
                + " pageInfo { hasPreviousPage hasNextPage startCursor endCursor } } }")
        .variables(variables)
        .execute();
  }

  private static List<String> ids(GraphQlTester.Response page) {
    return page.path("products.edges[*].node.id").entityList(String.class).get();
  }

  private static List<String> prices(GraphQlTester.Response page) {
    return page.path("products.edges[*].node.price").entityList(Map.class).get().stream()
        .map(price -> price.get("amount") + " " + price.get("currency"))
        .toList();
  }

  private static void expectBadInput(GraphQlTester.Response response) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        error ->
                            assertThat(error.getExtensions())
                                .containsEntry("code", "BAD_USER_INPUT")));
  }
}
