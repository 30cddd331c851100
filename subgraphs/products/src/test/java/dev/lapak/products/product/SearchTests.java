package dev.lapak.products.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import dev.lapak.products.Forgery;
import dev.lapak.products.ProductsTest;
import dev.lapak.products.Shop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What a search finds, in which order, a page at a time. */
@ProductsTest
class SearchTests {

  @Autowired SubgraphTester subgraph;
  @Autowired Shop.Maker shops;
  @Autowired StatementCount statements;

  @Test
  void finds_words_of_title_tags_sku_and_description_in_this_order() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "By text", "description", "A fine samovar for tea."));
    shop.product(Map.of("title", "By tag", "tags", List.of("samovar")));
    shop.product(Map.of("title", "Samovar by title"));
    shop.product(Map.of("title", "By SKU", "sku", "samovar-1"));
    shop.product(Map.of("title", "Another one"));

    List<String> found = titles(shop, "samovar");

    assertThat(found).hasSize(4).startsWith("Samovar by title").endsWith("By text");
  }

  @Test
  void finds_by_the_name_of_the_category_also_when_it_is_renamed() {
    Shop shop = shops.open();
    String category = shops.category();
    shop.product(Map.of("title", "Kettle", "category", category));
    String id =
        subgraph
            .anonymous()
            .document("query ($slug: String!) { category(slug: $slug) { id } }")
            .variable("slug", category)
            .execute()
            .path("category.id")
            .entity(String.class)
            .get();

    subgraph
        .with(TestIssuer.admin(UUID.randomUUID()))
        .document(
            "mutation ($id: ID!) { renameCategory(input: {id: $id, name: \"Stovetop Things\"}) {"
                + " errors { code } } }")
        .variable("id", id)
        .execute()
        .path("renameCategory.errors")
        .entityList(Object.class)
        .hasSize(0);

    assertThat(titles(shop, "stovetop kettle")).containsExactly("Kettle");
    assertThat(titles(shop, "stovtop kettle")).containsExactly("Kettle");
  }

  @Test
  void all_words_must_match() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Red bicycle"));
    shop.product(Map.of("title", "Blue bicycle"));
    shop.product(Map.of("title", "Red bell", "description", "for a bicycle"));

    assertThat(titles(shop, "bicycle red")).containsExactly("Red bicycle", "Red bell");
    assertThat(titles(shop, "bicycle red submarine")).isEmpty();
  }

  @Test
  void words_in_the_order_and_form_they_were_written_come_first() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Cup of gold with a tall stem"));
    shop.product(Map.of("title", "Gold cups"));
    shop.product(Map.of("title", "Gold cup"));

    assertThat(titles(shop, "gold cup"))
        .containsExactly("Gold cup", "Gold cups", "Cup of gold with a tall stem");
    assertThat(titles(shop, "gold cups").getFirst()).isEqualTo("Gold cups");
  }

  @Test
  void one_form_of_a_word_finds_the_others() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Paper pinwheels"));
    shop.product(Map.of("title", "Paper pinwheel"));

    assertThat(titles(shop, "pinwheel paper")).hasSize(2);
    assertThat(titles(shop, "pinwheels paper")).hasSize(2);
    assertThat(titles(shop, "PINWHEEL'S paper")).hasSize(2);
  }

  @Test
  void last_word_may_be_a_beginning() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Marble chessboard"));
    shop.product(Map.of("title", "Cheese board"));

    assertThat(titles(shop, "marble ches")).containsExactly("Marble chessboard");
    assertThat(titles(shop, "ches")).containsExactly("Marble chessboard");
    assertThat(titles(shop, "marb chessboard")).as("only the last").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chandelir",
        "chandeleir",
        "chandelierr",
        "hcandelier",
        "chandaleir",
        "brass chandelir",
        "chandelir brass",
        "brasss chandelier",
        "chandl",
        "chnadeli"
      })
  void misspelt_words_are_found(String typed) {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Brass Chandelier"));
    shop.product(Map.of("title", "Brass Candle"));

    assertThat(titles(shop, typed)).contains("Brass Chandelier");
  }

  @Test
  void well_spelt_words_find_nothing_that_is_only_like_them() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Oak barrel"));
    shop.product(Map.of("title", "Oak barret"));

    assertThat(titles(shop, "barrel oak")).containsExactly("Oak barrel");
  }

  @Test
  void word_that_somebody_misspelt_once_does_not_hide_the_right_one() {
    Shop shop = shops.open();
    UUID typo = shop.product(Map.of("title", "Zephyrr fan"));
    shop.update(typo, 1, Map.of("title", "Zephyr fan"));

    assertThat(titles(shop, "zephyrr")).containsExactly("Zephyr fan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XQ-8531/A", "xq-8531/a", "XQ-8531", "xq 8531 a", "xq8531", "xq"})
  void finds_by_sku(String typed) {
    Shop shop = shops.open();
    shop.product(Map.of("title", "By number", "sku", "XQ-8531/A"));
    shop.product(Map.of("title", "Another", "sku", "YQ-8531/A"));

    assertThat(titles(shop, typed)).containsExactly("By number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8e6b", "12e3a", "1.5e10", "0x1F", "10.0.0.1", "-7", "v1.2.3", "a/b/c9"})
  void number_that_looks_like_another_is_found_whole(String sku) {
    Shop shop = shops.open();
    shop.product(Map.of("title", "By number", "sku", sku));
    shop.product(Map.of("title", "Another", "sku", sku + "z"));

    assertThat(titles(shop, sku).getFirst()).isEqualTo("By number");
    assertThat(titles(shop, sku + " number")).containsExactly("By number");
  }

  @Test
  void description_without_a_space_is_no_word() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Endless", "description", "é".repeat(10_000)));

    assertThat(titles(shop, "endless")).hasSize(1);
    assertThat(titles(shop, "é".repeat(200))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crème brûlée", "creme brulee", "CREME BRULEE", "cre\u0300me", "crème-brûlée!", "(creme)",
        "creme & brulee", "creme:*", "!creme", "'creme'", "\"creme brulee\"", "creme | brulee",
        "creme <-> brulee", "\\creme\\", "🍮 creme 🍮", "%creme%", "creme\tbrulee\n", "’creme’"
      })
  void accents_signs_and_operators_are_of_no_matter(String typed) {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Crème-brûlée torch"));

    assertThat(titles(shop, typed)).containsExactly("Crème-brûlée torch");
  }

  @Test
  void hyphens_may_be_left_out() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "V-neck pullover"));

    assertThat(titles(shop, "v-neck")).hasSize(1);
    assertThat(titles(shop, "vneck pullover")).hasSize(1);
    assertThat(titles(shop, "v neck")).hasSize(1);
  }

  @Test
  void other_scripts() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Kue lapis 千層糕"));
    shop.product(Map.of("title", "Самовар"));

    assertThat(titles(shop, "千層糕")).hasSize(1);
    assertThat(titles(shop, "千")).hasSize(1);
    assertThat(titles(shop, "САМОВАР")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Красный фонарь, фанарь",
    "Красный фонарь, красный фанарь",
    "Красный фонарь, крсный фонарь",
    "Κόκκινο φανάρι, φανρι",
    "लाल लालटेन, लालटन",
    "אהיל משי כחול, כחוול משי",
    "千層糕點心禮盒, 千層糕心禮盒"
  })
  void misspelt_words_of_other_scripts_are_found(String title, String typed) {
    Shop shop = shops.open();
    shop.product(Map.of("title", title));
    teachWordsOf(title);

    assertThat(titles(shop, typed)).containsExactly(title);
  }

  /** More words of a script than are looked at. */
  private void teachWordsOf(String title) {
    int[] letters = title.codePoints().filter(Character::isLetter).toArray();
    Random random = new Random(7);
    Shop another = shops.open();
    for (int i = 0; i < 10; i++) {
      List<String> words =
          Stream.generate(
                  () ->
                      IntStream.range(0, 7)
                          .mapToObj(
                              n -> Character.toString(letters[random.nextInt(letters.length)]))
                          .collect(Collectors.joining()))
              .limit(20)
              .toList();
      another.product(Map.of("tags", words));
    }
  }

  @ParameterizedTest
  @CsvSource({"हिन्दी किताब, हिन्दी, हिन", "น้ำแข็งใส, น้ำแข็งใส, งใส", "বাংলা গ্রন্থ, গ্রন্থ, রন"})
  void marks_are_part_of_their_words(String title, String whole, String part) {
    Shop shop = shops.open();
    shop.product(Map.of("title", title));

    assertThat(titles(shop, whole + " " + whole)).containsExactly(title);
    assertThat(titles(shop, part + " " + whole)).isEmpty();
  }

  @Test
  void words_that_say_nothing_count_only_alone() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "The Wheel"));
    shop.product(Map.of("title", "Wheel"));

    assertThat(titles(shop, "the")).containsExactly("The Wheel");
    assertThat(titles(shop, "the wheel")).containsExactly("The Wheel", "Wheel");
    assertThat(titles(shop, "and or")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "!!!", "- - -", "&", ":*", "''", "\\", "()", "⁂", "\u200b"})
  void search_without_a_letter_or_digit_finds_nothing(String typed) {
    shops.open().product();

    GraphQlTester.Response page = search(typed, Map.of(), null, 10, null);

    assertThat(ids(page)).isEmpty();
    page.path("products.totalCount").entity(Integer.class).isEqualTo(0);
    page.path("products.facets.tags").entityList(Object.class).hasSize(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void blank_search_is_as_if_left_out(String typed) {
    Shop shop = shops.open();
    shop.product();

    assertThat(titles(shop, typed)).hasSize(1);
  }

  @Test
  void at_most_two_hundred_characters() {
    Shop shop = shops.open();
    Map<String, Object> filter = Map.of("sellerId", shop.id());

    for (String fits :
        List.of("a".repeat(200), "🛒".repeat(200), "a ".repeat(100), "qwertzui ".repeat(22))) {
      assertThat(ids(search(fits, filter, null, 1, null))).isEmpty();
    }
    expectBadInput(search("a".repeat(201), filter, null, 1, null));
    expectBadInput(search("a\u0000b", filter, null, 1, null));
  }

  @Test
  void search_filters_and_sorts_combine() {
    Shop shop = shops.open();
    String category = shops.category();
    for (String price : List.of("3", "1", "2", "9")) {
      shop.product(
          Map.of(
              "title",
              "Accordion " + price,
              "price",
              Shop.money(price),
              "category",
              category,
              "tags",
              List.of("music")));
    }
    shop.product(Map.of("title", "Accordion bag", "price", Shop.money("2")));
    shop.product(Map.of("title", "Flute", "price", Shop.money("2"), "tags", List.of("music")));
    Map<String, Object> filter =
        Map.of(
            "sellerId", shop.id(),
            "category", category,
            "tagsAll", List.of("music"),
            "price", Map.of("currency", "GBP", "max", "3"));

    assertThat(titles(search("acordion", filter, ProductSort.PRICE_ASC, 10, null)))
        .containsExactly("Accordion 1", "Accordion 2", "Accordion 3");
    assertThat(titles(search("accordion", filter, ProductSort.PRICE_DESC, 10, null)))
        .containsExactly("Accordion 3", "Accordion 2", "Accordion 1");
    assertThat(titles(search("accordion", filter, ProductSort.NEWEST, 10, null)))
        .containsExactly("Accordion 2", "Accordion 1", "Accordion 3");
    assertThat(titles(search("accordion", filter, ProductSort.TITLE, 2, null)))
        .containsExactly("Accordion 1", "Accordion 2");
    search("accordion", filter, null, 1, null)
        .path("products.totalCount")
        .entity(Integer.class)
        .isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(ProductSort.class)
  void pages_stay_right_while_products_come_change_and_go(ProductSort sort) {
    for (String typed : List.of("harmonica", "harmonnica")) {
      Shop shop = shops.open();
      List<UUID> made = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        made.add(
            shop.product(
                Map.of(
                    "title",
                    "Harmonica" + " blue".repeat(i % 3),
                    "price",
                    Shop.money("1." + i % 4))));
      }
      Map<String, Object> filter = Map.of("sellerId", shop.id());
      Set<String> gone = new HashSet<>();
      Set<String> stayed = new HashSet<>(made.stream().map(UUID::toString).toList());

      List<String> seen = new ArrayList<>();
      String after = null;
      do {
        GraphQlTester.Response page = search(typed, filter, sort, 6, after);
        seen.addAll(ids(page));
        after =
            page.path("products.pageInfo.hasNextPage").entity(Boolean.class).get()
                ? page.path("products.pageInfo.endCursor").entity(String.class).get()
                : null;
        // The one that the cursor points to, one that was not seen yet, and new words.
        for (String id : List.of(seen.getLast(), unseen(made, seen))) {
          if (gone.add(id) && stayed.remove(id)) {
            shop.archive(UUID.fromString(id), 1);
          }
        }
        shop.product(Map.of("title", "Harmonica " + sort));
        shop.product(Map.of("title", "Harmonnico"));
      } while (after != null);

      assertThat(seen).doesNotHaveDuplicates().containsAll(stayed);
    }
  }

  private static String unseen(List<UUID> made, List<String> seen) {
    return made.stream()
        .map(UUID::toString)
        .filter(id -> !seen.contains(id))
        .findFirst()
        .orElse(seen.getLast());
  }

  @Test
  void cursor_is_for_its_own_search() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Xylophone"));
    Map<String, Object> filter = Map.of("sellerId", shop.id());
    String cursor =
        search("xylophone", filter, null, 1, null)
            .path("products.edges[0].cursor")
            .entity(String.class)
            .get();

    assertThat(ids(search("xylophone", filter, null, 1, cursor))).isEmpty();
    expectBadInput(search("xylophones", filter, null, 1, cursor));
    expectBadInput(search("xylophone", filter, ProductSort.NEWEST, 1, cursor));
    expectBadInput(search("xylophone", Map.of(), null, 1, cursor));
    expectBadInput(search(null, filter, null, 1, cursor));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x;1",
        "';1;01980000-0000-7000-8000-000000000000",
        "a:*&!;1;01980000-0000-7000-8000-000000000000",
        ";x;01980000-0000-7000-8000-000000000000",
        ";99999999999;01980000-0000-7000-8000-000000000000",
        ";1;x"
      })
  void forged_cursor_is_bad_input(String keys) {
    shops.open().product(Map.of("title", "Balalaika"));
    String cursor =
        search("balalaika", Map.of(), null, 1, null)
            .path("products.edges[0].cursor")
            .entity(String.class)
            .get();
    expectBadInput(
        search("balalaika", Map.of(), null, 1, Forgery.of(cursor, List.of(keys.split(";", -1)))));
  }

  @Test
  void cursor_can_be_made_of_its_own_keys() {
    shops.open().product(Map.of("title", "Glockenspiel"));
    String genuine =
        search("glockenspiel", Map.of(), null, 1, null)
            .path("products.edges[0].cursor")
            .entity(String.class)
            .get();

    String last = Forgery.of(genuine, List.of("glockenspiel", "1", UUID.randomUUID().toString()));

    assertThat(ids(search("glockenspiel", Map.of(), null, 1, last))).isEmpty();
  }

  @Test
  void says_what_was_searched_for_instead() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Striped marimba"));
    Map<String, Object> filter = Map.of("sellerId", shop.id());

    search("Stripd marimba", filter, null, 1, null)
        .path("products.correction")
        .entity(String.class)
        .isEqualTo("striped marimba");
    for (String typed : List.of("striped marimba", "mari", "qqqqqqq", "")) {
      search(typed, filter, null, 1, null).path("products.correction").valueIsNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"crown trae", "crown trya", "crown ratt", "crown harrt", "crown htar"})
  void short_misspelt_words_are_found_among_many_that_look_more_alike(String typed) {
    Shop shop = shops.open();
    for (String word : List.of("tray", "tree", "rat", "hart")) {
      shop.product(Map.of("title", "Crown " + word));
    }
    for (char c = 'a'; c <= 'z'; c++) {
      shop.product(
          Map.of(
              "title",
              "tra%1$s tra%1$sle tryab%1$s rattl%1$se harr%1$sth htarw%1$s harrt%1$sx"
                  .formatted(c)));
    }

    assertThat(titles(shop, typed)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"whiet teapot", "white teapto", "teapit whiet", "teapot hwite"})
  void searching_for_the_correction_finds_the_same(String typed) {
    Shop shop = shops.open();
    for (String title : List.of("White teapot", "Wheaten teapot", "Wheat jar", "With teapots")) {
      for (int i = 0; i < 3; i++) {
        shop.product(Map.of("title", title));
      }
    }
    Map<String, Object> filter = Map.of("sellerId", shop.id());

    GraphQlTester.Response first = search(typed, filter, null, 2, null);
    String correction = first.path("products.correction").entity(String.class).get();
    List<String> found = pages(typed, filter);

    assertThat(correction).isNotEqualTo(typed);
    assertThat(found).isNotEmpty().isEqualTo(pages(correction, filter));
    search(correction, filter, null, 2, null).path("products.correction").valueIsNull();
  }

  @Test
  void of_words_as_near_the_one_that_finds_the_most_is_meant() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Zither chart"));
    for (int i = 0; i < 3; i++) {
      shop.product(Map.of("title", "Zither heart"));
    }

    search("zither hart", Map.of("sellerId", shop.id()), null, 2, null)
        .path("products.correction")
        .entity(String.class)
        .isEqualTo("zither heart");
  }

  private List<String> pages(String typed, Map<String, ?> filter) {
    List<String> all = new ArrayList<>();
    String after = null;
    do {
      GraphQlTester.Response page = search(typed, filter, null, 2, after);
      all.addAll(ids(page));
      after = page.path("products.pageInfo.endCursor").entity(String.class).get();
      if (!page.path("products.pageInfo.hasNextPage").entity(Boolean.class).get()) {
        return all;
      }
    } while (true);
  }

  @Test
  void search_takes_one_statement_and_three_more_to_correct_what_finds_nothing() {
    Shop shop = shops.open();
    shop.product(Map.of("title", "Ukulele"));

    assertThat(statementsFor("ukulele")).isOne();
    assertThat(statementsFor("ukulelle")).isEqualTo(4);
    assertThat(statementsFor("qqqqqqqqqqqqqqqq")).isEqualTo(2);
  }

  private int statementsFor(String typed) {
    return statements.of(
        () ->
            subgraph
                .anonymous()
                .document(
                    "query ($s: String!) { products(first: 100, search: $s) {"
                        + " edges { cursor node { title category { name } } } } }")
                .variable("s", typed)
                .execute()
                .path("products.edges")
                .hasValue());
  }

  private List<String> titles(Shop shop, String typed) {
    return titles(search(typed, Map.of("sellerId", shop.id()), null, 20, null));
  }

  private GraphQlTester.Response search(
      @Nullable String typed,
      Map<String, ?> filter,
      @Nullable ProductSort sort,
      int first,
      @Nullable String after) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("first", first);
    variables.put("after", after);
    variables.put("filter", filter);
    variables.put("search", typed);
    variables.put("sort", sort == null ? null : sort.name());
    return subgraph
        .anonymous()
        .document(
            "query ($first: Int!, $after: String, $filter: ProductFilter, $search: String, $sort:"
                + " ProductSort) { products(first: $first, after: $after, filter: $filter, search:"
                + " $search, sort: $sort) { correction totalCount edges { cursor node { id title } }"
                + " facets { tags { tag count } } pageInfo { hasNextPage endCursor } } }")
        .variables(variables)
        .execute();
  }

  private static List<String> titles(GraphQlTester.Response page) {
    return page.path("products.edges[*].node.title").entityList(String.class).get();
  }

  private static List<String> ids(GraphQlTester.Response page) {
    return page.path("products.edges[*].node.id").entityList(String.class).get();
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
