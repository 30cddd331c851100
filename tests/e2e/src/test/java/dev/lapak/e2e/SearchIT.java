package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody looks for something in the real catalogue. */
class SearchIT {

  private static final String SEARCH =
      """
      query ($search: String, $filter: ProductFilter, $sort: ProductSort, $after: String) {
        products(first: 20, search: $search, filter: $filter, sort: $sort, after: $after) {
          correction
          edges { node { id sku title price { amount } availability { total } } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  private static final String COUNTS =
      """
      query ($search: String, $filter: ProductFilter) {
        products(first: 1, search: $search, filter: $filter) {
          totalCount
          facets {
            complete
            categories { category { slug name } count }
            tags { tag count }
            prices { min { amount currency } max { amount currency } count }
          }
        }
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "white hanging heart, White Hanging Heart T-Light Holder",
    "WHITE HANGING HEART T-LIGHT HOLDER, White Hanging Heart T-Light Holder",
    "white hangign haert, White Hanging Heart T-Light Holder",
    "white hanging hart, White Hanging Heart T-Light Holder",
    "85123A, White Hanging Heart T-Light Holder",
    "85123a, White Hanging Heart T-Light Holder",
    "heart tlight hanging white, White Hanging Heart T-Light Holder",
    "ALARM CLOCK bakelike red, Alarm Clock Bakelike Red",
    "alrm clok bakelik red, Alarm Clock Bakelike Red",
    "inflatable globe, Inflatable Political Globe",
    "poltical glob, Inflatable Political Globe",
    "regency cakest, Regency Cakestand 3 Tier",
    "the cakestand of the regency, Regency Cakestand 3 Tier",
  })
  void what_was_meant_comes_first(String typed, String title) {
    assertThat(titles(search(typed, Map.of(), null, null)).getFirst()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({
    "lantern, lantern",
    "lanterns, lantern",
    "lanturn, lantern",
    "lanterm, lantern",
    "lante, lantern",
    "christmas tre, tree",
    "chrismas tree, christmas",
    "T-light, light",
    "umbrela, umbrella",
    "ALARM CLOCK bakelike, alarm clock bakelike",
    "vintge, vintage",
    "retrspot, retrospot",
    "doormatt, doormat",
  })
  void all_that_comes_first_has_what_was_meant(String typed, String expected) {
    assertThat(titles(search(typed, Map.of(), null, null)))
        .hasSizeGreaterThan(3)
        .allSatisfy(title -> assertThat(title.toLowerCase(Locale.ROOT)).contains(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xylophonequartz", "😀", "!!!", "'", "\\", ":*", "& | !", "<->"})
  void nothing_is_found_and_nothing_breaks(String typed) {
    assertThat(titles(search(typed, Map.of(), null, null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"the", "of", "a", "in the", "1", "s"})
  void words_that_say_little_find_something_sensible(String typed) {
    List<String> titles = titles(search(typed, Map.of(), null, null));
    assertThat(titles).isNotEmpty();
    // The best ones have it in the title; others may have it in the SKU.
    assertThat(titles.stream().limit(5))
        .allSatisfy(
            title ->
                assertThat(title.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                    .anyMatch(word -> word.startsWith(typed.split(" ")[0])));
  }

  @Test
  void a_correction_is_told() {
    assertThat(search("lanturn", Map.of(), null, null).<String>get("products.correction"))
        .isEqualTo("lantern");
    assertThat(search("lantern", Map.of(), null, null).<String>get("products.correction")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Christmas Tree hart", "Black White bawl", "white chart", "wite hart"})
  void searching_for_the_correction_finds_the_same(String typed) {
    Answer found = search(typed, Map.of(), null, null);
    Answer again = search(found.get("products.correction"), Map.of(), null, null);

    assertThat(ids(found)).isNotEmpty().isEqualTo(ids(again));
    assertThat(again.<String>get("products.correction")).isNull();
  }

  @Test
  void two_hundred_characters_are_taken_and_one_more_is_not() {
    assertThat(titles(search("x".repeat(200), Map.of(), null, null))).isEmpty();
    assertThat(search("x".repeat(201), Map.of(), null, null).requestError())
        .isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void each_facet_counts_what_choosing_it_finds() {
    Answer all = counts("red", Map.of());
    assertThat(all.<Boolean>get("products.facets.complete")).isTrue();

    List<String> slugs = all.get("products.facets.categories[*].category.slug");
    List<Integer> inCategory = all.get("products.facets.categories[*].count");
    assertThat(slugs).contains("christmas").hasSizeGreaterThan(3);
    for (int i = 0; i < slugs.size(); i++) {
      assertThat(total("red", Map.of("category", slugs.get(i)))).isEqualTo(inCategory.get(i));
    }
    List<String> tags = all.get("products.facets.tags[*].tag");
    List<Integer> tagged = all.get("products.facets.tags[*].count");
    for (int i = 0; i < 5; i++) {
      assertThat(total("red", Map.of("tagsAny", List.of(tags.get(i))))).isEqualTo(tagged.get(i));
    }
    List<Map<String, String>> mins = all.get("products.facets.prices[*].min");
    List<Map<String, String>> maxs = all.get("products.facets.prices[*].max");
    List<Integer> priced = all.get("products.facets.prices[*].count");
    for (int i = 0; i < mins.size(); i++) {
      assertThat(
              total(
                  "red",
                  Map.of(
                      "price",
                      Map.of(
                          "currency",
                          mins.get(i).getOrDefault("currency", ""),
                          "min",
                          mins.get(i).getOrDefault("amount", ""),
                          "max",
                          maxs.get(i).getOrDefault("amount", "")))))
          .isEqualTo(priced.get(i));
    }
    assertThat(priced.stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(all.<Integer>get("products.totalCount"));
  }

  @Test
  void chosen_category_still_shows_the_others() {
    Answer all = counts("red", Map.of());
    Answer chosen = counts("red", Map.of("category", "christmas"));

    assertThat(chosen.<List<Object>>get("products.facets.categories"))
        .isEqualTo(all.<List<Object>>get("products.facets.categories"));
    assertThat(chosen.<Integer>get("products.totalCount"))
        .isLessThan(all.<Integer>get("products.totalCount"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RELEVANCE", "NEWEST", "PRICE_ASC", "PRICE_DESC", "TITLE"})
  void every_product_is_seen_once_though_others_come_and_go(String sort) {
    Shop shop = Shop.open();
    Set<String> expected = new HashSet<>(pages("glass", Map.of(), sort, () -> {}));

    List<String> seen =
        pages(
            "glass",
            Map.of(),
            sort,
            () -> {
              sell(shop, "Glass bucket");
              archive(shop, sell(shop, "Glass"));
            });

    assertThat(expected).hasSizeGreaterThan(40);
    assertThat(seen).doesNotHaveDuplicates().containsAll(expected);
  }

  @Test
  void new_product_is_found_at_once_and_an_archived_one_no_more() {
    Shop shop = Shop.open();
    String word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "lamp";
    String product = sell(shop, "Wonderful " + word);

    assertThat(ids(search(word, Map.of(), null, null))).containsExactly(product);
    assertThat(ids(search(word.substring(0, word.length() - 1) + "x", Map.of(), null, null)))
        .containsExactly(product);
    archive(shop, product);
    assertThat(ids(search(word, Map.of(), null, null))).isEmpty();
  }

  @Test
  void categories_are_made_renamed_searched_by_and_deleted() {
    Person admin = Person.admin();
    String slug = "e2e-" + UUID.randomUUID();
    String id =
        admin
            .now(
                "mutation ($slug: String!) { createCategory(input: {slug: $slug, name: \"First\"})"
                    + " { category { id } errors { code } } }",
                Map.of("slug", slug))
            .get("createCategory.category.id");
    String rename =
        "mutation ($id: ID!, $name: String!) { renameCategory(input: {id: $id, name: $name}) {"
            + " category { slug name } errors { code } } }";
    Answer renamed = admin.now(rename, Map.of("id", id, "name", "Second"));
    assertThat(renamed.<String>get("renameCategory.category.slug")).isEqualTo(slug);
    assertThat(
            Person.NOBODY
                .now("query ($s: String!) { category(slug: $s) { name } }", Map.of("s", slug))
                .<String>get("category.name"))
        .isEqualTo("Second");
    assertThat(Person.buyer().now(rename, Map.of("id", id, "name", "x")).requestError())
        .isEqualTo("FORBIDDEN");
    String delete =
        "mutation ($id: ID!) { deleteCategory(input: {id: $id}) { id errors { code } } }";
    assertThat(admin.now(delete, Map.of("id", id)).failures("deleteCategory")).isEmpty();
    assertThat(admin.now(delete, Map.of("id", id)).failures("deleteCategory"))
        .containsExactly("CATEGORY_NOT_FOUND");
  }

  @Test
  void a_page_of_what_was_found_with_its_stock_costs_two_calls_and_two_statements() {
    PageCost.isTwoCallsAndTwoStatements(
        () -> search("heart", Map.of("tagsAny", List.of("heart")), null, null));
  }

  private static List<String> pages(
      String typed, Map<String, Object> filter, String sort, Runnable meanwhile) {
    List<String> seen = new ArrayList<>();
    String after = null;
    do {
      Answer page = search(typed, filter, sort, after);
      seen.addAll(ids(page));
      after =
          page.<Boolean>get("products.pageInfo.hasNextPage")
              ? page.get("products.pageInfo.endCursor")
              : null;
      meanwhile.run();
    } while (after != null);
    return seen;
  }

  private static Answer search(
      String typed, Map<String, Object> filter, @Nullable String sort, @Nullable String after) {
    Map<String, Object> variables = new HashMap<>(Map.of("search", typed, "filter", filter));
    if (sort != null) {
      variables.put("sort", sort);
    }
    if (after != null) {
      variables.put("after", after);
    }
    return Person.NOBODY.now(SEARCH, variables);
  }

  private static Answer counts(String typed, Map<String, Object> filter) {
    return Person.NOBODY.now(COUNTS, Map.of("search", typed, "filter", filter));
  }

  private static int total(String typed, Map<String, Object> filter) {
    return counts(typed, filter).<Integer>get("products.totalCount");
  }

  private static List<String> titles(Answer page) {
    return page.get("products.edges[*].node.title");
  }

  private static List<String> ids(Answer page) {
    return page.get("products.edges[*].node.id");
  }

  private static String sell(Shop shop, String title) {
    return shop.seller()
        .now(
            "mutation ($sku: String!, $title: String!) { createProduct(input: {sku: $sku, title:"
                + " $title, price: {amount: \"1.25\", currency: \"GBP\"}}) { product { id } errors {"
                + " code } } }",
            Map.of("sku", UUID.randomUUID().toString(), "title", title))
        .get("createProduct.product.id");
  }

  private static void archive(Shop shop, String product) {
    shop.seller()
        .now(
            "mutation ($id: ID!) { archiveProduct(input: {id: $id, expectedVersion: 1}) { errors {"
                + " code } } }",
            Map.of("id", product));
  }
}
