package dev.lapak.orders.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OrdersTest
class SalesTests {

  private static final String FIGURES =
      "orders units paid { amount currency } cancelledOrders cancelledUnits cancelled { amount }"
          + " net { amount }";

  private static final String SALES =
      """
      query ($from: DateTime!, $to: DateTime!, $seller: ID) {
        sales(from: $from, to: $to, by: HOUR, sellerId: $seller) {
          currency total { %1$s } periods { from to sales { %1$s } }
        }
      }"""
          .formatted(FIGURES);

  private static final String BY_PRODUCT =
      """
      query ($from: DateTime!, $to: DateTime!, $seller: ID, $first: Int!, $after: String) {
        list: salesByProduct(from: $from, to: $to, sellerId: $seller, first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor }
          edges { node { product { id } seller { id } sales { %s } } }
        }
      }"""
          .formatted(FIGURES);

  private static final String BY_SELLER =
      """
      query ($from: DateTime!, $to: DateTime!) {
        list: salesBySeller(from: $from, to: $to, first: 100) {
          totalCount edges { node { seller { id } sales { %s } } }
        }
      }"""
          .formatted(FIGURES);

  @Autowired World world;
  @Autowired People people;

  World.Shop shop;
  Person buyer;
  Person seller;
  Person admin;
  OffsetDateTime begin = OffsetDateTime.now(ZoneOffset.UTC).minusHours(1);

  @BeforeEach
  void everybody() {
    world.reset();
    shop = world.shop();
    buyer = people.buyer();
    seller = people.seller(shop);
    admin = people.admin();
  }

  @Test
  void a_sale_counts_when_it_is_paid_and_its_end_when_it_is_cancelled() {
    UUID lantern = world.product(shop, "2.50", 100);
    String kept = pay(lantern, 3);
    String ended = pay(lantern, 1);
    buyer.buy(lantern, 5, null);
    awaitNet("10.00");
    seller.cancel(ended, "Broken.");

    JsonNode total = awaitNet("7.50");

    assertThat(total.get("orders").asInt()).isEqualTo(2);
    assertThat(total.get("units").asString()).isEqualTo("4");
    assertThat(total.get("paid").get("amount").asString()).isEqualTo("10.00");
    assertThat(total.get("paid").get("currency").asString()).isEqualTo("GBP");
    assertThat(total.get("cancelledOrders").asInt()).isOne();
    assertThat(total.get("cancelledUnits").asString()).isEqualTo("1");
    assertThat(total.get("cancelled").get("amount").asString()).isEqualTo("2.50");
    assertThat(seller.order(kept).get("status").asString()).isEqualTo("PAID");
  }

  @Test
  void an_order_that_nobody_paid_is_no_sale_however_it_ends() {
    UUID lantern = world.product(shop, "1", 10);
    buyer.cancel(buyer.buy(lantern).get("id").asString(), null);
    String rejected = buyer.buy(lantern).get("id").asString();
    seller.reject(buyer.prove(rejected), "No.");
    seller.cancel(rejected, "No.");
    pay(lantern, 2);

    JsonNode total = awaitNet("2.00");

    assertThat(total.get("orders").asInt()).isOne();
    assertThat(total.get("cancelledOrders").asInt()).isZero();
  }

  @Test
  void periods_have_no_gap_and_add_up_to_the_total() {
    pay(world.product(shop, "1", 10), 2);
    awaitNet("2.00");

    JsonNode periods = series(seller, null).get(0).get("periods");

    assertThat(periods.size()).isEqualTo(3);
    assertThat(OffsetDateTime.parse(periods.get(0).get("from").asString()))
        .isBeforeOrEqualTo(begin);
    for (int i = 1; i < periods.size(); i++) {
      assertThat(periods.get(i).get("from")).isEqualTo(periods.get(i - 1).get("to"));
    }
    assertThat(
            periods
                .valueStream()
                .mapToInt(period -> period.get("sales").get("orders").asInt())
                .sum())
        .isOne();
  }

  @Test
  void products_are_ranked_by_what_is_left_of_their_sales_page_by_page() {
    UUID first = world.product(shop, "5", 100);
    UUID second = world.product(shop, "3", 100);
    UUID third = world.product(shop, "1", 100);
    pay(first, 4);
    pay(third, 7);
    pay(second, 5);
    String ended = pay(first, 6);
    awaitNet("72.00");
    seller.cancel(ended, "Broken.");
    awaitNet("42.00");

    JsonNode page = byProduct(seller, null, 2, null);
    JsonNode rest = byProduct(seller, null, 2, page.get("pageInfo").get("endCursor").asString());

    assertThat(page.get("totalCount").asInt()).isEqualTo(3);
    assertThat(product(page, 0)).isEqualTo(first.toString());
    assertThat(net(page, 0)).isEqualTo("20.00");
    assertThat(product(page, 1)).isEqualTo(second.toString());
    assertThat(product(rest, 0)).isEqualTo(third.toString());
    assertThat(rest.get("pageInfo").get("hasNextPage").asBoolean()).isFalse();
    assertThat(page.get("edges").get(0).get("node").get("seller").get("id").asString())
        .isEqualTo(shop.id().toString());
  }

  @Test
  void currencies_are_never_mixed() {
    World.Shop rupiah = world.shop("IDR");
    pay(world.product(shop, "2.50", 10), 1);
    String other = buyer.buy(world.product(rupiah, "25000", 10)).get("id").asString();
    people.seller(rupiah).approve(buyer.prove(other));
    awaitNet("2.50");
    await().atMost(Duration.ofSeconds(10)).until(() -> !series(admin, rupiah.id()).isEmpty());

    JsonNode all = series(admin, null);

    assertThat(all.valueStream().map(one -> one.get("currency").asString()))
        .contains("GBP", "IDR")
        .doesNotHaveDuplicates()
        .isSorted();
    for (JsonNode one : all) {
      assertThat(one.get("total").get("paid").get("currency")).isEqualTo(one.get("currency"));
    }
    JsonNode sellers = bySeller();
    assertThat(
            sellers
                .get("edges")
                .valueStream()
                .filter(
                    edge ->
                        edge.get("node")
                            .get("seller")
                            .get("id")
                            .asString()
                            .equals(rupiah.id().toString()))
                .map(edge -> edge.get("node").get("sales").get("net").get("amount").asString()))
        .containsExactly("25000.00");
    assertThat(sellers.get("totalCount").asInt()).isEqualTo(sellers.get("edges").size());
  }

  @Test
  void sellers_see_their_own_admins_see_everybody_s_and_others_nothing() {
    pay(world.product(shop, "1", 10), 1);
    awaitNet("1.00");
    Person other = people.seller(world.shop());

    assertThat(series(other, null)).isEmpty();
    assertThat(series(admin, shop.id()).get(0).get("total").get("orders").asInt()).isOne();
    assertThat(series(seller, shop.id())).hasSize(1);
    assertThat(byProduct(other, null, 10, null).get("edges")).isEmpty();
    Map<String, Object> theirs =
        Map.of("from", begin.toString(), "to", end(), "seller", shop.id().toString(), "first", 1);
    assertThat(other.failure(SALES, theirs)).isEqualTo("FORBIDDEN");
    assertThat(other.failure(BY_PRODUCT, theirs)).isEqualTo("FORBIDDEN");
    assertThat(other.failure(BY_SELLER, theirs)).isEqualTo("FORBIDDEN");
    assertThat(buyer.failure(SALES, Map.of("from", begin.toString(), "to", end())))
        .isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sales(from: \"2026-01-01T00:00:00Z\", to: \"2026-01-01T00:00:00Z\") { currency }",
        "sales(from: \"2026-01-01T00:00:00Z\", to: \"2027-01-02T00:00:01Z\") { currency }",
        "sales(from: \"2026-01-01T00:00:00Z\", to: \"2026-02-01T00:00:01Z\", by: HOUR) { currency }",
        "sales(from: \"2026-01-01T00:00:00Z\", to: \"2026-01-02T00:00:00Z\", timeZone: \"Mars\") { currency }",
        "sales(from: \"2026-01-01T00:00:00Z\", to: \"2026-01-02T00:00:00Z\", timeZone: \"+07:00\") { currency }",
        "sales(from: \"1999-12-31T23:59:59Z\", to: \"2000-01-02T00:00:00Z\") { currency }",
        "sales(from: \"2999-12-31T00:00:00Z\", to: \"3000-01-01T00:00:01Z\") { currency }",
        "salesByProduct(from: \"2026-01-02T00:00:00Z\", to: \"2026-01-01T00:00:00Z\") { totalCount }",
        "salesByProduct(from: \"2026-01-01T00:00:00Z\", to: \"2027-01-02T00:00:01Z\") { totalCount }",
        "salesByProduct(from: \"2026-01-01T00:00:00Z\", to: \"2026-01-02T00:00:00Z\", first: 101) { totalCount }",
        "salesBySeller(from: \"2026-01-01T00:00:00Z\", to: \"2026-01-02T00:00:00Z\", first: 0) { totalCount }",
        "salesBySeller(from: \"2026-01-01T00:00:00Z\", to: \"2026-01-02T00:00:00Z\", after: \"x\") { totalCount }",
      })
  void what_can_not_be_asked_for_is_said(String field) {
    assertThat(admin.failure("{ " + field + " }", Map.of())).isEqualTo("BAD_USER_INPUT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sales(from: \"2026-01-01T00:00:00Z\", to: \"2027-01-02T00:00:00Z\") { currency }",
        "sales(from: \"2026-01-01T00:00:00Z\", to: \"2026-02-01T00:00:00Z\", by: HOUR) { currency }",
        "sales(from: \"2000-01-01T00:00:00Z\", to: \"2000-01-02T00:00:00Z\", timeZone: \"Asia/Jakarta\") { currency }",
        "sales(from: \"2999-12-30T00:00:00Z\", to: \"3000-01-01T00:00:00Z\", timeZone: \"Asia/Kathmandu\") { currency }",
        "salesByProduct(from: \"2999-12-30T00:00:00Z\", to: \"3000-01-01T00:00:00Z\") { totalCount }",
        "salesBySeller(from: \"2000-01-01T00:00:00Z\", to: \"2000-01-01T00:00:01Z\") { totalCount }",
      })
  void what_is_at_the_limits_is_answered(String field) {
    assertThat(admin.ask("{ f: " + field + " }", Map.of()).get("f").isNull()).isFalse();
  }

  private String pay(UUID product, int quantity) {
    String order = buyer.buy(product, quantity, null).get("id").asString();
    seller.approve(buyer.prove(order));
    return order;
  }

  /** The seller's total, when so much is left of it. */
  private JsonNode awaitNet(String net) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              JsonNode all = series(seller, null);
              return !all.isEmpty()
                  && all.get(0).get("total").get("net").get("amount").asString().equals(net);
            });
    return series(seller, null).get(0).get("total");
  }

  private JsonNode series(Person person, @Nullable UUID of) {
    return person
        .ask(
            SALES,
            of == null
                ? Map.of("from", begin.toString(), "to", end())
                : Map.of("from", begin.toString(), "to", end(), "seller", of.toString()))
        .get("sales");
  }

  private JsonNode byProduct(Person person, @Nullable UUID of, int first, @Nullable String after) {
    Map<String, Object> variables =
        new HashMap<>(Map.of("from", begin.toString(), "to", end(), "first", first));
    if (of != null) {
      variables.put("seller", of.toString());
    }
    if (after != null) {
      variables.put("after", after);
    }
    return person.ask(BY_PRODUCT, variables).get("list");
  }

  private JsonNode bySeller() {
    return admin.ask(BY_SELLER, Map.of("from", begin.toString(), "to", end())).get("list");
  }

  private String end() {
    return begin.plusHours(2).toString();
  }

  private static String product(JsonNode list, int i) {
    return list.get("edges").get(i).get("node").get("product").get("id").asString();
  }

  private static String net(JsonNode list, int i) {
    return list.get("edges").get(i).get("node").get("sales").get("net").get("amount").asString();
  }
}
