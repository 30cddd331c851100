package dev.lapak.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Filters and sorts, compared with what a person would do with the whole list. */
@OrdersTest
@TestPropertySource(properties = "lapak.orders.lists=have-a-database-of-their-own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListTests {

  private static final String LIST =
      """
      query ($first: Int!, $after: String, $filter: OrderFilter, $sort: OrderSort!) {
        list: %s(first: $first, after: $after, filter: $filter, sort: $sort) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { id status } }
        }
      }""";

  private static final List<String> PRICES = List.of("1", "2.50", "2.50", "40", "1000");

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  private final List<Row> rows = new ArrayList<>();
  private final List<Person> buyers = new ArrayList<>();
  private final List<World.Shop> shops = new ArrayList<>();
  private Person admin;

  /** An order as its row says. */
  record Row(
      String id,
      String number,
      UUID buyer,
      UUID seller,
      String status,
      String currency,
      BigDecimal total,
      OffsetDateTime placed) {}

  /** A list that is asked for, and what belongs in it. */
  record Asked(Map<String, Object> filter, Predicate<Row> wanted, String sort) {

    @Override
    public String toString() {
      return sort + " " + filter;
    }
  }

  @BeforeAll
  void fifty_orders_of_three_buyers_at_three_shops() {
    world.reset();
    shops.addAll(List.of(world.shop(), world.shop("IDR"), world.shop()));
    admin = people.admin();
    for (int i = 0; i < 3; i++) {
      buyers.add(people.buyer());
    }
    Random random = new Random(11);
    for (int i = 0; i < 50; i++) {
      Person buyer = buyers.get(random.nextInt(buyers.size()));
      World.Shop shop = shops.get(random.nextInt(shops.size()));
      UUID product = world.product(shop, PRICES.get(random.nextInt(PRICES.size())), 10);
      String order = buyer.buy(product).get("id").asString();
      switch (random.nextInt(4)) {
        case 0 -> buyer.cancel(order, null);
        case 1 -> buyer.prove(order);
        case 2 -> people.seller(shop).approve(buyer.prove(order));
        default -> {}
      }
    }
    rows.addAll(
        checks.query(
            "SELECT * FROM orders",
            (row, i) ->
                new Row(
                    row.getString("id"),
                    row.getString("number"),
                    row.getObject("buyer_id", UUID.class),
                    row.getObject("seller_id", UUID.class),
                    row.getString("status"),
                    row.getString("currency"),
                    row.getBigDecimal("total"),
                    row.getObject("created_at", OffsetDateTime.class))));
  }

  List<Asked> asked() {
    Random random = new Random(12);
    List<Asked> all = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Map<String, Object> filter = new LinkedHashMap<>();
      Predicate<Row> wanted = row -> true;
      if (random.nextInt(3) == 0) {
        List<String> status =
            random.nextBoolean() ? List.of("PAID") : List.of("CANCELLED", "PENDING_PAYMENT");
        filter.put("status", status);
        wanted = wanted.and(row -> status.contains(row.status()));
      }
      if (random.nextInt(3) == 0) {
        UUID buyer = buyers.get(random.nextInt(3)).id();
        filter.put("buyerId", buyer.toString());
        wanted = wanted.and(row -> row.buyer().equals(buyer));
      }
      if (random.nextInt(3) == 0) {
        UUID seller = shops.get(random.nextInt(3)).id();
        filter.put("sellerId", seller.toString());
        wanted = wanted.and(row -> row.seller().equals(seller));
      }
      if (random.nextInt(3) == 0) {
        OffsetDateTime from = rows.get(random.nextInt(50)).placed();
        filter.put("placedFrom", from.toString());
        wanted = wanted.and(row -> !row.placed().isBefore(from));
      } else if (random.nextInt(3) == 0) {
        OffsetDateTime before = rows.get(random.nextInt(50)).placed();
        filter.put("placedBefore", before.toString());
        wanted = wanted.and(row -> row.placed().isBefore(before));
      }
      if (random.nextInt(3) == 0) {
        filter.put("total", Map.of("currency", "GBP", "min", "2.50", "max", "40"));
        wanted =
            wanted.and(
                row ->
                    row.currency().equals("GBP")
                        && row.total().compareTo(new BigDecimal("2.5")) >= 0
                        && row.total().compareTo(new BigDecimal("40")) <= 0);
      }
      if (random.nextInt(12) == 0) {
        Row one = rows.get(random.nextInt(50));
        filter.put("number", one.number().replace("-", "").toLowerCase(Locale.ROOT));
        wanted = wanted.and(row -> row.number().equals(one.number()));
      }
      OrderSort[] sorts = OrderSort.values();
      all.add(new Asked(filter, wanted, sorts[random.nextInt(sorts.length)].name()));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("asked")
  void admins_find_what_they_ask_for_in_its_order_whatever_the_size_of_a_page(Asked asked) {
    List<String> expected = expected(asked, row -> true);

    assertThat(all(admin, "orders", asked, 7)).isEqualTo(expected);
    assertThat(page(admin, "orders", asked, 100, null).get("totalCount").asInt())
        .isEqualTo(expected.size());
  }

  @ParameterizedTest
  @MethodSource("asked")
  void buyers_and_sellers_find_their_own_only(Asked asked) {
    Person buyer = buyers.getFirst();
    World.Shop shop = shops.getFirst();

    assertThat(all(buyer, "myOrders", asked, 4))
        .isEqualTo(expected(asked, row -> row.buyer().equals(buyer.id())));
    assertThat(all(people.seller(shop), "sellerOrders", asked, 100))
        .isEqualTo(expected(asked, row -> row.seller().equals(shop.id())));
  }

  @Test
  void user_s_orders_are_filtered_and_sorted_too() {
    Asked asked =
        new Asked(
            Map.of("status", List.of("PAID")), row -> row.status().equals("PAID"), "TOTAL_DESC");
    UUID buyer = buyers.get(1).id();
    JsonNode user =
        admin
            .ask(
                """
                query ($of: [_Any!]!) {
                  _entities(representations: $of) {
                    ... on User {
                      orders(first: 100, filter: {status: [PAID]}, sort: TOTAL_DESC) {
                        edges { node { id } }
                      }
                    }
                  }
                }""",
                Map.of("of", List.of(Map.of("__typename", "User", "id", buyer.toString()))))
            .get("_entities")
            .get(0);

    assertThat(ids(user.get("orders")))
        .isEqualTo(expected(asked, row -> row.buyer().equals(buyer)));
  }

  @Test
  void cursor_is_of_one_sort_and_filter() {
    Asked newest = new Asked(Map.of(), row -> true, "NEWEST");
    String cursor = next(page(admin, "orders", newest, 1, null));

    for (Asked other :
        List.of(
            new Asked(Map.of(), row -> true, "OLDEST"),
            new Asked(Map.of(), row -> true, "TOTAL_ASC"),
            new Asked(Map.of("status", List.of("PAID")), row -> true, "NEWEST"))) {
      assertThat(admin.failure(LIST.formatted("orders"), variables(other, 1, cursor)))
          .isEqualTo("BAD_USER_INPUT");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders(first: 0)",
        "orders(first: 101)",
        "orders(after: \"what?\")",
        "orders(sort: PRICE)",
        "orders(filter: {total: {currency: \"GBP\", min: \"-0.01\"}})",
        "orders(filter: {total: {currency: \"GBP\", max: \"-1\"}})",
        "orders(filter: {total: {currency: \"GBP\", min: \"2\", max: \"1.99\"}})",
        "orders(filter: {total: {currency: \"XXL\"}})",
        "orders(filter: {placedFrom: \"2026-01-01T00:00:00Z\", placedBefore: \"2026-01-01T00:00:00Z\"})",
        "orders(filter: {placedFrom: \"yesterday\"})",
        "orders(filter: {status: [LOST]})",
      })
  void what_can_not_be_asked_for_is_said(String field) {
    assertThat(admin.failure("{ " + field + " { totalCount } }", Map.of()))
        .isIn("BAD_USER_INPUT", "GRAPHQL_VALIDATION_FAILED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "number: \"\"",
        "number: \"what?\"",
        "number: \"0000-0000-0000\"",
        "buyerId: \"what?\"",
        "sellerId: \"\"",
        "placedFrom: \"9999-12-31T23:59:59Z\"",
        "placedBefore: \"0001-01-01T00:00:00Z\"",
        "total: {currency: \"JPY\"}",
      })
  void what_nothing_has_finds_nothing(String filter) {
    for (OrderSort sort : OrderSort.values()) {
      JsonNode found =
          admin
              .ask(
                  "{ orders(filter: {%s}, sort: %s) { totalCount edges { cursor } } }"
                      .formatted(filter, sort),
                  Map.of())
              .get("orders");
      assertThat(found.get("totalCount").asInt()).isZero();
      assertThat(found.get("edges")).isEmpty();
    }
  }

  @Test
  void only_admins_list_everybody_s() {
    for (Person person : List.of(buyers.getFirst(), people.seller(shops.getFirst()))) {
      assertThat(person.failure("{ orders { totalCount } }", Map.of())).isEqualTo("FORBIDDEN");
    }
  }

  private List<String> expected(Asked asked, Predicate<Row> own) {
    Comparator<Row> byTotal =
        Comparator.comparing(Row::currency).thenComparing(Row::total).thenComparing(Row::id);
    Comparator<Row> byTime = Comparator.comparing(Row::placed).thenComparing(Row::id);
    Comparator<Row> order =
        switch (OrderSort.valueOf(asked.sort())) {
          case NEWEST -> byTime.reversed();
          case OLDEST -> byTime;
          case TOTAL_ASC -> byTotal;
          case TOTAL_DESC -> byTotal.reversed();
        };
    return rows.stream().filter(own).filter(asked.wanted()).sorted(order).map(Row::id).toList();
  }

  private static List<String> all(Person person, String field, Asked asked, int first) {
    List<String> ids = new ArrayList<>();
    String after = null;
    do {
      JsonNode page = page(person, field, asked, first, after);
      ids.addAll(ids(page));
      after = next(page);
    } while (after != null);
    return ids;
  }

  private static JsonNode page(
      Person person, String field, Asked asked, int first, @Nullable String after) {
    return person.ask(LIST.formatted(field), variables(asked, first, after)).get("list");
  }

  private static Map<String, Object> variables(Asked asked, int first, @Nullable String after) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("first", first);
    variables.put("filter", asked.filter());
    variables.put("sort", asked.sort());
    if (after != null) {
      variables.put("after", after);
    }
    return variables;
  }

  private static @Nullable String next(JsonNode page) {
    JsonNode info = page.get("pageInfo");
    return info.get("hasNextPage").asBoolean() ? info.get("endCursor").asString() : null;
  }

  private static List<String> ids(JsonNode connection) {
    return connection
        .get("edges")
        .valueStream()
        .map(edge -> edge.get("node").get("id").asString())
        .toList();
  }
}
