package dev.lapak.orders.order;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Statements;
import dev.lapak.orders.testing.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OrdersTest
class ReadingTests {

  private static final String MINE =
      """
      query ($first: Int!, $after: String, $status: [OrderStatus!]) {
        list: myOrders(first: $first, after: $after, status: $status) {
          totalCount
          pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
          edges { cursor node { id status lines { title product { id } } proofs { id } } }
        }
      }""";

  private static final String ENTITIES =
      """
      query ($of: [_Any!]!) {
        _entities(representations: $of) {
          ... on Order { id number status }
          ... on Purchase { id totals { amount } orders { id } }
          ... on User { id bought: orders { edges { node { id } } } }
        }
      }""";

  @Autowired World world;
  @Autowired People people;
  @Autowired Statements statements;

  Person buyer;
  Person seller;
  Person stranger;
  Person admin;
  UUID product;

  @BeforeEach
  void everybody() {
    world.reset();
    World.Shop shop = world.shop();
    product = world.product(shop, "2.50", 1_000);
    buyer = people.buyer();
    seller = people.seller(shop);
    stranger = people.seller(world.shop());
    admin = people.admin();
  }

  @Test
  void an_order_is_there_for_its_buyer_its_seller_and_admins() {
    String id = id(buyer.buy(product));
    assertThat(buyer.order(id).get("id").asString()).isEqualTo(id);
    assertThat(seller.order(id).get("allowedActions").toString()).isEqualTo("[\"CANCEL\"]");
    assertThat(admin.order(id).get("paymentInstruction").isNull()).isFalse();
    assertThat(stranger.order(id).isNull()).isTrue();
    assertThat(people.buyer().order(id).isNull()).isTrue();
  }

  @Test
  void what_is_not_there_is_null() {
    assertThat(buyer.order(UUID.randomUUID()).isNull()).isTrue();
    assertThat(buyer.order("what?").isNull()).isTrue();
  }

  @Test
  void a_purchase_is_there_for_its_buyer_and_admins() {
    JsonNode purchase = buyer.checkout("key", line(product, 2)).get("purchase");
    String query = "query ($id: ID!) { purchase(id: $id) { id totals { amount } orders { id } } }";
    Map<String, Object> id = Map.of("id", id(purchase));

    assertThat(buyer.ask(query, id).get("purchase").get("totals").get(0).get("amount").asString())
        .isEqualTo("5.00");
    assertThat(admin.ask(query, id).get("purchase").isNull()).isFalse();
    assertThat(seller.ask(query, id).get("purchase").isNull()).isTrue();
    assertThat(stranger.ask(query, id).get("purchase").isNull()).isTrue();
  }

  @Test
  void nobody_reads_without_a_token_and_only_sellers_have_sales() {
    for (String query :
        List.of(
            "{ order(id: \"1\") { id } }",
            "{ purchase(id: \"1\") { id } }",
            "{ myOrders { totalCount } }",
            "{ sellerOrders { totalCount } }")) {
      assertThat(anonymousFailure(query)).isEqualTo("UNAUTHENTICATED");
    }
    assertThat(buyer.failure("{ sellerOrders { totalCount } }", Map.of())).isEqualTo("FORBIDDEN");
  }

  @Test
  void lists_go_page_by_page_the_latest_first_whatever_comes_meanwhile() {
    List<String> bought = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      bought.addFirst(id(buyer.buy(product)));
    }
    JsonNode first = page(3, null, null);
    buyer.buy(product);
    JsonNode second = page(3, cursor(first), null);
    JsonNode third = page(3, cursor(second), null);

    assertThat(ids(first)).isEqualTo(bought.subList(0, 3));
    assertThat(ids(second)).isEqualTo(bought.subList(3, 6));
    assertThat(ids(third)).isEqualTo(bought.subList(6, 7));
    assertThat(first.get("pageInfo").get("hasNextPage").asBoolean()).isTrue();
    assertThat(first.get("pageInfo").get("hasPreviousPage").asBoolean()).isFalse();
    assertThat(third.get("pageInfo").get("hasNextPage").asBoolean()).isFalse();
    assertThat(third.get("pageInfo").get("hasPreviousPage").asBoolean()).isTrue();
    assertThat(first.get("totalCount").asInt()).isEqualTo(7);
    assertThat(ids(page(100, cursor(third), null))).isEmpty();
  }

  @Test
  void orders_that_stay_in_a_list_are_seen_once_while_others_come_and_go() {
    List<String> waiting = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      waiting.add(id(buyer.buy(product)));
    }
    List<String> seen = new ArrayList<>();
    JsonNode page = page(3, null, List.of("PENDING_PAYMENT"));
    while (page.get("pageInfo").get("hasNextPage").asBoolean()) {
      seen.addAll(ids(page));
      buyer.cancel(waiting.removeLast(), null);
      buyer.cancel(waiting.removeFirst(), null);
      buyer.buy(product);
      page = page(3, cursor(page), List.of("PENDING_PAYMENT"));
    }
    seen.addAll(ids(page));

    assertThat(waiting).isNotEmpty();
    assertThat(seen).doesNotHaveDuplicates().containsAll(waiting);
  }

  @Test
  void a_list_is_narrowed_by_status() {
    String waiting = id(buyer.buy(product));
    String cancelled = id(buyer.buy(product));
    buyer.cancel(cancelled, null);

    assertThat(ids(page(10, null, List.of("CANCELLED")))).containsExactly(cancelled);
    assertThat(ids(page(10, null, List.of("PENDING_PAYMENT")))).containsExactly(waiting);
    assertThat(ids(page(10, null, List.of("CANCELLED", "PENDING_PAYMENT")))).hasSize(2);
    assertThat(ids(page(10, null, List.of("PAID")))).isEmpty();
    assertThat(page(10, null, List.of("CANCELLED")).get("totalCount").asInt()).isOne();
  }

  @Test
  void first_is_1_to_100_and_a_cursor_is_of_the_same_list() {
    String id = id(buyer.buy(product));
    JsonNode page = page(1, null, null);
    assertThat(ids(page)).containsExactly(id);
    assertThat(failure(0, null, null)).isEqualTo("BAD_USER_INPUT");
    assertThat(failure(101, null, null)).isEqualTo("BAD_USER_INPUT");
    assertThat(ids(page(100, null, null))).hasSize(1);
    assertThat(failure(1, "what?", null)).isEqualTo("BAD_USER_INPUT");
    assertThat(failure(1, cursor(page), List.of("PAID"))).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void a_seller_sees_what_was_sold_and_nothing_else() {
    String id = id(buyer.buy(product));
    String query = "{ list: sellerOrders { totalCount edges { node { id buyer { id } } } } }";

    JsonNode sold = seller.ask(query, Map.of()).get("list");
    assertThat(ids(sold)).containsExactly(id);
    assertThat(sold.get("edges").get(0).get("node").get("buyer").get("id").asString())
        .isEqualTo(buyer.id().toString());
    assertThat(stranger.ask(query, Map.of()).get("list").get("totalCount").asInt()).isZero();
  }

  @Test
  void entities_are_answered_in_their_order_and_null_where_they_are_not_there() {
    JsonNode purchase = buyer.checkout("key", line(product, 1)).get("purchase");
    String order = id(purchase.get("orders").get(0));
    List<Map<String, String>> of =
        List.of(
            representation("Order", UUID.randomUUID().toString()),
            representation("Order", order),
            representation("Purchase", id(purchase)),
            representation("Order", "what?"),
            representation("User", buyer.id().toString()),
            representation("Order", order));

    JsonNode mine = entities(buyer, of);
    assertThat(mine.get(0).isNull()).isTrue();
    assertThat(id(mine.get(1))).isEqualTo(order);
    assertThat(mine.get(2).get("totals").get(0).get("amount").asString()).isEqualTo("2.50");
    assertThat(mine.get(3).isNull()).isTrue();
    assertThat(ids(mine.get(4).get("bought"))).containsExactly(order);
    assertThat(id(mine.get(5))).isEqualTo(order);

    JsonNode theirs = entities(stranger, of);
    assertThat(theirs.get(1).isNull()).isTrue();
    assertThat(theirs.get(2).isNull()).isTrue();
    assertThat(theirs.get(4).get("bought").isNull()).isTrue();

    JsonNode all = entities(admin, of);
    assertThat(id(all.get(1))).isEqualTo(order);
    assertThat(ids(all.get(4).get("bought"))).containsExactly(order);
  }

  @Test
  void a_page_with_lines_and_proofs_is_three_statements_however_long_it_is() {
    for (int i = 0; i < 12; i++) {
      buyer.buy(product);
    }
    assertThat(statements(1)).isEqualTo(3);
    assertThat(statements(12)).isEqualTo(3);
  }

  private long statements(int first) {
    return statements
        .during(() -> assertThat(ids(pageWithoutCount(first))).hasSize(first), "SELECT")
        .stream()
        .filter(sql -> sql.startsWith("SELECT"))
        .filter(sql -> sql.matches("(?s).*FROM (orders WHERE status|order_line|payment_proof).*"))
        .count();
  }

  private JsonNode pageWithoutCount(int first) {
    return buyer.ask(MINE.replace("totalCount", ""), Map.of("first", first)).get("list");
  }

  private JsonNode page(int first, @Nullable String after, @Nullable List<String> status) {
    return buyer.ask(MINE, variables(first, after, status)).get("list");
  }

  private String failure(int first, @Nullable String after, @Nullable List<String> status) {
    return buyer.failure(MINE, variables(first, after, status));
  }

  private static Map<String, Object> variables(
      int first, @Nullable String after, @Nullable List<String> status) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("first", first);
    if (after != null) {
      variables.put("after", after);
    }
    if (status != null) {
      variables.put("status", status);
    }
    return variables;
  }

  private String anonymousFailure(String query) {
    List<String> codes = new ArrayList<>();
    buyer
        .subgraph()
        .anonymous()
        .document(query)
        .execute()
        .errors()
        .satisfy(
            errors ->
                errors.forEach(
                    error -> codes.add(String.valueOf(error.getExtensions().get("code")))));
    return String.join(",", codes);
  }

  private static JsonNode entities(Person person, List<Map<String, String>> of) {
    return person.ask(ENTITIES, Map.of("of", of)).get("_entities");
  }

  private static Map<String, String> representation(String type, String id) {
    return Map.of("__typename", type, "id", id);
  }

  private static String cursor(JsonNode page) {
    return page.get("pageInfo").get("endCursor").asString();
  }

  private static List<String> ids(JsonNode connection) {
    return connection.get("edges").valueStream().map(edge -> id(edge.get("node"))).toList();
  }

  private static String id(JsonNode node) {
    return node.get("id").asString();
  }
}
