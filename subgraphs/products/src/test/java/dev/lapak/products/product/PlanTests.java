package dev.lapak.products.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.Plans;
import dev.lapak.platform.testing.SentStatements;
import dev.lapak.platform.testing.SentStatements.Sent;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.products.LargeCatalogue;
import dev.lapak.products.ProductsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * How lists and searches are answered where there are more than 100,000 products: what is sent to
 * PostgreSQL is explained, as a prepared statement's generic plan and as a plan for its values.
 * Leaves all plans in {@code target/plans.txt}.
 */
@ProductsTest
@Import(SentStatements.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTests {

  private static final Path REPORT = Path.of("target/plans.txt");
  private static final Pattern LISTS = Pattern.compile("FROM (products|vocabulary)\\b");
  private static final Pattern READ = Pattern.compile("actual time=\\S+ rows=(\\d+)");
  private static final Pattern WASTED = Pattern.compile("Rows Removed by Filter: (\\d+)");
  private static final Map<String, Object> CHRISTMAS = Map.of("category", "christmas");
  private static final Map<String, Object> RED = Map.of("tagsAny", List.of("red"));
  private static final Map<String, Object> CHEAP =
      Map.of("price", Map.of("currency", "GBP", "min", "1", "max", "1.10"));
  private static final Map<String, Object> ANY_PRICE =
      Map.of("price", Map.of("currency", "GBP", "min", "0", "max", "100000000"));

  @Autowired SubgraphTester subgraph;
  @Autowired SentStatements statements;

  private Plans plans;
  private Plans oldSession;
  private final Map<String, String> madeWhileEmpty = new HashMap<>();
  private String seller;

  /** A list that somebody asks for. */
  record Asked(@Nullable String search, Map<String, Object> filter, @Nullable ProductSort sort) {}

  @BeforeAll
  void multiplyTheCatalogue(@Autowired Environment environment) throws SQLException, IOException {
    String database = environment.getRequiredProperty("lapak.db.name");
    String options = environment.getRequiredProperty("spring.r2dbc.properties.options");
    Files.deleteIfExists(REPORT);
    oldSession = new Plans(database, options);
    for (Asked asked : List.of(new Asked("red lantern", RED, null), new Asked(null, RED, null))) {
      String execution = oldSession.prepare(send(asked, null, "edges { cursor }").getFirst());
      for (int i = 0; i < 10; i++) {
        oldSession.rows(execution);
      }
      madeWhileEmpty.put(asked.toString(), execution);
    }
    LargeCatalogue.load(database);
    plans = new Plans(database, options);
    plans.set("plan_cache_mode = force_generic_plan");
    try (Plans admin = new Plans(database, "")) {
      admin.set("client_min_messages = error");
      for (String table : List.of("products", "categories", "vocabulary")) {
        admin.execute("ANALYZE " + table);
      }
    }
    seller = plans.rows("SELECT md5('agus' || 7)::uuid").getFirst();
  }

  @AfterAll
  void close() throws SQLException {
    plans.close();
    oldSession.close();
  }

  Stream<Asked> asked() {
    List<Map<String, Object>> filters =
        List.of(
            Map.of(),
            CHRISTMAS,
            RED,
            CHEAP,
            Map.of("tagsAll", List.of("red", "heart")),
            Map.of("sellerId", seller),
            both(CHRISTMAS, Map.of("sellerId", seller)),
            both(CHRISTMAS, CHEAP),
            ANY_PRICE,
            both(CHRISTMAS, ANY_PRICE),
            both(both(CHRISTMAS, RED), CHEAP));
    List<Asked> all = new ArrayList<>();
    for (Map<String, Object> filter : filters) {
      for (ProductSort sort : ProductSort.values()) {
        all.add(new Asked(null, filter, sort));
        all.add(new Asked("heart", filter, sort));
      }
    }
    for (String search :
        List.of(
            "lantern",
            "set",
            "t",
            "s",
            "se",
            "the",
            "85123A",
            "white hanging hea",
            "lanturn",
            "white hanging hart",
            "wite hart")) {
      all.add(new Asked(search, Map.of(), null));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("asked")
  void no_table_is_read_whole(Asked asked) throws SQLException, IOException {
    for (Sent sent : sent(asked)) {
      String execution = plans.prepare(sent);
      for (String mode : List.of("force_generic_plan", "force_custom_plan")) {
        plans.set("plan_cache_mode = " + mode);
        String plan = String.join("\n", plans.explain(execution));
        report(asked, mode, sent, plan);
        assertThat(plan).doesNotContain("Seq Scan");
        assertThat(wasted(plan)).as(plan).isLessThan(10_000);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ProductSort.class)
  void page_of_a_wide_price_filter_costs_the_page(ProductSort sort) throws SQLException {
    for (Map<String, Object> filter : List.of(ANY_PRICE, both(CHRISTMAS, ANY_PRICE))) {
      for (Sent sent : pages(new Asked(null, filter, sort))) {
        String plan = String.join("\n", plans.explain(plans.prepare(sent)));
        assertThat(most(plan)).as(plan).isLessThan(100);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ProductSort.class)
  void page_of_a_narrow_price_filter_costs_what_it_finds(ProductSort sort) throws SQLException {
    for (Sent sent : pages(new Asked(null, CHEAP, sort))) {
      String plan = String.join("\n", plans.explain(plans.prepare(sent)));
      assertThat(most(plan)).as(plan).isLessThan(1_500);
    }
  }

  @ParameterizedTest
  @CsvSource({"NEWEST, id DESC", "TITLE, 'title COLLATE unicode, id'"})
  void prices_are_found_wherever_in_the_list_they_are(ProductSort sort, String order)
      throws SQLException {
    Asked asked = new Asked(null, CHEAP, sort);
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      GraphQlTester.Response page =
          ask(asked, after, "edges { node { id } } pageInfo { endCursor hasNextPage }");
      found.addAll(page.path("products.edges[*].node.id").entityList(String.class).get());
      after =
          page.path("products.pageInfo.hasNextPage").entity(Boolean.class).get()
              ? page.path("products.pageInfo.endCursor").entity(String.class).get()
              : null;
    } while (after != null);

    assertThat(found)
        .hasSizeGreaterThan(1_000)
        .isEqualTo(
            plans.rows("SELECT id FROM products WHERE price BETWEEN 1 AND 1.10 ORDER BY " + order));
  }

  private static int most(String plan) {
    return READ.matcher(plan)
        .results()
        .mapToInt(row -> Integer.parseInt(row.group(1)))
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "lanturn, lantern",
    "lanterm, lantern",
    "umbrela, umbrella",
    "vintge, vintage",
    "retrspot, retrospot",
    "doormatt, doormat",
    "chrismas tree, christmas tree",
    "white hanging hart, white hanging heart",
    "white hangign haert, white hanging heart",
    "wite hart, white heart",
    "alrm clok bakelik red, alarm clock bakelike red",
    "poltical glob, political glob",
  })
  void misspelt_words_of_real_titles_become_the_right_ones(String typed, String meant) {
    assertThat(correction(typed)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Black Christmas trae",
        "Blue Tiled trya",
        "Clear Love bard",
        "Christmas Tree hart",
        "Black White bawl",
        "Christmas Glass blal",
        "white chart"
      })
  void short_misspelt_last_words_of_real_titles_are_found_as_told(String typed) {
    String correction = correction(typed);

    assertThat(total(typed)).isPositive().isEqualTo(total(correction));
    ask(new Asked(correction, Map.of(), null), null, "correction")
        .path("products.correction")
        .valueIsNull();
  }

  private String correction(String typed) {
    return ask(new Asked(typed, Map.of(), null), null, "correction")
        .path("products.correction")
        .entity(String.class)
        .get();
  }

  private int total(String typed) {
    return ask(new Asked(typed, Map.of(), null), null, "totalCount")
        .path("products.totalCount")
        .entity(Integer.class)
        .get();
  }

  @Test
  void plan_made_while_the_catalogue_was_empty_is_replaced() throws SQLException {
    for (String execution : madeWhileEmpty.values()) {
      String plan = String.join("\n", oldSession.explain(execution));
      assertThat(plan).contains("products_search").doesNotContain("Seq Scan");
      assertThat(wasted(plan)).as(plan).isLessThan(1_000);
    }
  }

  private static int wasted(String plan) {
    return WASTED.matcher(plan).results().mapToInt(found -> Integer.parseInt(found.group(1))).sum();
  }

  private List<Sent> sent(Asked asked) {
    List<Sent> all = new ArrayList<>(pages(asked));
    String counts = "totalCount facets { categories { count } tags { count } prices { count } }";
    all.addAll(send(asked, null, counts));
    return all.stream().distinct().toList();
  }

  /** The first two. */
  private List<Sent> pages(Asked asked) {
    List<Sent> all = new ArrayList<>(send(asked, null, "edges { cursor }"));
    String after =
        ask(asked, null, "edges { cursor }")
            .path("products.edges[-1:].cursor")
            .entityList(String.class)
            .get()
            .stream()
            .findFirst()
            .orElse(null);
    if (after != null) {
      all.addAll(send(asked, after, "edges { cursor }"));
    }
    return all;
  }

  private List<Sent> send(Asked asked, @Nullable String after, String fields) {
    // Housekeeping runs by the clock, so that it may come in between.
    return statements.of(() -> ask(asked, after, fields).path("products").hasValue()).stream()
        .filter(sent -> LISTS.matcher(sent.sql()).find())
        .toList();
  }

  private GraphQlTester.Response ask(Asked asked, @Nullable String after, String fields) {
    return subgraph
        .anonymous()
        .document(
            "query ($search: String, $filter: ProductFilter, $sort: ProductSort, $after: String) {"
                + " products(first: 20, search: $search, filter: $filter, sort: $sort, after:"
                + " $after) { %s } }".formatted(fields))
        .variable("search", asked.search())
        .variable("filter", asked.filter())
        .variable("sort", asked.sort() == null ? null : asked.sort().name())
        .variable("after", after)
        .execute();
  }

  private static void report(Asked asked, String mode, Sent sent, String plan) throws IOException {
    Matcher time = Pattern.compile("Execution Time: ([0-9.]+)").matcher(plan);
    String text =
        "%s\n%s, %s ms\n%s\n%s\n%s\n\n"
            .formatted(
                asked, mode, time.find() ? time.group(1) : "?", sent.sql(), sent.values(), plan);
    Files.writeString(REPORT, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static Map<String, Object> both(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> all = new HashMap<>(one);
    all.putAll(other);
    return all;
  }
}
