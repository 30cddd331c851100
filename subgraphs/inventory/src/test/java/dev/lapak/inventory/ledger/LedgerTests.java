package dev.lapak.inventory.ledger;

import static dev.lapak.inventory.testing.Answers.requestErrors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.testing.Answers;
import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.Statements;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import tools.jackson.databind.JsonNode;

@InventoryTest
class LedgerTests {

  @Autowired TestShops shops;
  @Autowired TestOrders orders;
  @Autowired SubgraphTester subgraph;
  @Autowired Invariants invariants;
  @Autowired Statements statements;

  @AfterEach
  void invariants_hold() {
    invariants.check();
  }

  @Test
  void every_kind_of_movement_is_told_the_latest_first() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID here = shop.warehouse("Here");
    UUID there = shop.warehouse("There");
    shop.stock(product, here, 10);
    shop.adjust(product, here, 5, "found", "a");
    UUID first = orders.reserved(product, 2);
    UUID second = orders.reserved(product, 1);
    orders.commit(first);
    orders.commit(second);
    UUID sent = shop.sent(here, there, Map.of(product, 4));
    shop.receiveTransfer(sent, Map.of(product, 3), "lost");
    shop.cancelTransfer(shop.sent(here, there, Map.of(product, 1)));
    orders.giveBack(first);

    assertThat(told(movements(shop.graph(), product, "first: 20")))
        .containsExactly(
            "RETURN Here 2 10",
            "TRANSFER_BACK Here 1 8",
            "TRANSFER_OUT Here -1 7",
            "TRANSFER_IN There 3 3",
            "TRANSFER_OUT Here -4 8",
            "SALE Here -1 12",
            "SALE Here -2 13",
            "ADJUSTMENT Here 5 15",
            "COUNT Here 10 10");
  }

  @Test
  void pages_are_without_gap_or_duplicate_while_stock_moves() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    List<UUID> places = Stream.generate(shop::warehouse).limit(3).toList();
    for (int i = 0; i < 21; i++) {
      shop.adjust(product, places.get(i % 3), i + 1, "r", "k" + i);
    }
    List<Integer> deltas = new ArrayList<>();
    String after = null;
    do {
      JsonNode page =
          movements(
              shop.graph(),
              product,
              after == null ? "first: 4" : "first: 4, after: \"%s\"".formatted(after));
      page.get("edges").forEach(edge -> deltas.add(edge.at("/node/delta").asInt()));
      after =
          page.at("/pageInfo/hasNextPage").asBoolean()
              ? page.at("/pageInfo/endCursor").asString()
              : null;
      shop.adjust(product, places.getFirst(), 100, "new", "n" + deltas.size());
    } while (after != null);
    assertThat(deltas)
        .containsExactly(21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
  }

  @Test
  void one_warehouse_alone_may_be_asked_for() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID here = shop.warehouse("Here");
    shop.stock(product, here, 1);
    shop.stock(product, shop.warehouse("There"), 2);
    String one = "warehouseId: \"%s\", first: 5".formatted(here);
    assertThat(told(movements(shop.graph(), product, one))).containsExactly("COUNT Here 1 1");
    assertThat(told(movements(shop.graph(), product, "warehouseId: \"x\", first: 5"))).isEmpty();
    String foreign = "warehouseId: \"%s\", first: 5".formatted(shops.open().warehouse());
    assertThat(told(movements(shop.graph(), product, foreign))).isEmpty();
  }

  @Test
  void who_did_what_when_and_why_is_told() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID here = shop.warehouse();
    shop.adjust(product, here, 5, "found", "a");
    JsonNode node = movements(shop.graph(), product, "first: 1").at("/edges/0/node");
    assertThat(node.get("reason").asString()).isEqualTo("found");
    assertThat(node.at("/madeBy/id").asString())
        .isEqualTo(
            invariants
                .one(UUID.class, "SELECT made_by FROM stock_movement WHERE product_id = ?", product)
                .toString());
    assertThat(node.get("madeAt").asString()).endsWith("Z");
    assertThat(node.at("/product/id").asString()).isEqualTo(product.toString());
    assertThat(node.get("transferId").isNull()).isTrue();
    orders.commit(orders.reserved(product, 1));
    assertThat(movements(shop.graph(), product, "first: 1").at("/edges/0/node/madeBy").isNull())
        .isTrue();
  }

  @Test
  void sales_of_one_call_each_say_what_was_left() {
    TestShop shop = shops.open();
    UUID product = shop.product(10);
    List<UUID> ids = Stream.generate(() -> orders.reserved(product, 2)).limit(3).toList();
    orders.commit(ids.toArray(UUID[]::new));
    assertThat(
            movements(shop.graph(), product, "first: 4")
                .get("edges")
                .valueStream()
                .map(edge -> edge.at("/node/onHandAfter").asInt()))
        .containsExactly(4, 6, 8, 10);
  }

  @Test
  void stock_at_a_time_is_what_was_there_then() {
    TestShop shop = shops.open();
    UUID product = shop.product();
    UUID b = shop.warehouse("b");
    UUID a = shop.warehouse("A");
    String before = now();
    shop.stock(product, b, 10);
    String first = now();
    shop.adjust(product, b, -3, "lost", "1");
    shop.stock(product, a, 4);
    String second = now();
    shop.set(product, a, 0, 4, "2");
    assertThat(at(shop.graph(), product, before)).isEqualTo("[]");
    assertThat(at(shop.graph(), product, first))
        .isEqualTo("[{\"warehouse\":{\"name\":\"b\"},\"onHand\":10}]");
    assertThat(at(shop.graph(), product, second))
        .isEqualTo(
            "[{\"warehouse\":{\"name\":\"A\"},\"onHand\":4},{\"warehouse\":{\"name\":\"b\"},\"onHand\":7}]");
    assertThat(at(shop.graph(), product, "0001-01-01T00:00:00Z")).isEqualTo("[]");
    assertThat(at(shop.graph(), product, "9999-12-31T23:59:59.999999999Z"))
        .isEqualTo(
            "[{\"warehouse\":{\"name\":\"A\"},\"onHand\":0},{\"warehouse\":{\"name\":\"b\"},\"onHand\":7}]");
    assertThat(at(subgraph.with(TestIssuer.admin(UUID.randomUUID())), product, first))
        .contains("10");
    assertThat(at(shops.open().graph(), product, first)).isEqualTo("[]");
  }

  @Test
  void foreign_ledgers_are_empty_and_strangers_may_not() {
    UUID product = shops.open().product(1);
    assertThat(told(movements(shops.open().graph(), product, "first: 20"))).isEmpty();
    assertThat(
            told(
                movements(
                    subgraph.with(TestIssuer.admin(UUID.randomUUID())), product, "first: 20")))
        .hasSize(1);
    assertThat(requestErrors(query(subgraph.anonymous(), product, "first: 20")))
        .containsExactly("UNAUTHENTICATED");
    assertThat(
            requestErrors(
                query(subgraph.with(TestIssuer.customer(UUID.randomUUID())), product, "first: 20")))
        .containsExactly("FORBIDDEN");
    GraphQlTester own = shops.open().graph();
    for (String bad : List.of("first: 0", "first: 101", "after: \"x\"")) {
      assertThat(requestErrors(query(own, product, bad))).containsExactly("BAD_USER_INPUT");
    }
  }

  @Test
  void levels_of_all_warehouses_are_one_statement() {
    TestShop shop = shops.open();
    List<UUID> goods =
        Stream.generate(shop::product)
            .limit(3)
            .sorted(Comparator.comparing(UUID::toString))
            .toList();
    for (int i = 0; i < 4; i++) {
      UUID warehouse = shop.warehouse("W" + i);
      for (UUID product : goods.subList(0, i % 4)) {
        shop.stock(product, warehouse, 10 * i);
      }
    }
    orders.reserved(goods.getFirst(), 1);
    String document =
        """
        { warehouses { name stockLevels(first: 2%s) {
          edges { node { onHand free product { id } warehouse { name } } }
          pageInfo { hasNextPage endCursor } } } }
        """;
    List<JsonNode> answer = new ArrayList<>();
    List<String> sent =
        statements.during(
            () ->
                answer.add(
                    Answers.data(shop.graph().document(document.formatted("")).execute())
                        .get("warehouses")));
    assertThat(sent).hasSize(2);
    JsonNode found = answer.getFirst();
    assertThat(found.valueStream().mapToInt(one -> one.at("/stockLevels/edges").size()))
        .containsExactly(0, 1, 2, 2);
    assertThat(found.at("/3/stockLevels/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(found.at("/3/stockLevels/edges/0/node/free").asInt()).isEqualTo(29);
    assertThat(found.at("/3/stockLevels/edges/0/node/warehouse/name").asString()).isEqualTo("W3");
    String after = found.at("/3/stockLevels/pageInfo/endCursor").asString();
    JsonNode rest =
        Answers.data(
            shop.graph()
                .document(document.formatted(", after: \"%s\"".formatted(after)))
                .execute());
    assertThat(rest.at("/warehouses/3/stockLevels/edges/0/node/product/id").asString())
        .isEqualTo(goods.get(2).toString());
  }

  @Test
  void warehouse_by_id_is_for_its_seller_and_admins() {
    TestShop shop = shops.open();
    UUID id = shop.warehouse("Mine");
    String document = "{ warehouse(id: \"%s\") { name active } }";
    assertThat(Answers.data(shop.graph().document(document.formatted(id)).execute()).toString())
        .isEqualTo("{\"warehouse\":{\"name\":\"Mine\",\"active\":true}}");
    assertThat(
            Answers.data(
                    subgraph
                        .with(TestIssuer.admin(UUID.randomUUID()))
                        .document(document.formatted(id))
                        .execute())
                .toString())
        .contains("Mine");
    for (Object other : List.of(id, "x")) {
      assertThat(
              Answers.data(shops.open().graph().document(document.formatted(other)).execute())
                  .toString())
          .isEqualTo("{\"warehouse\":null}");
    }
    assertThat(requestErrors(subgraph.anonymous().document(document.formatted(id)).execute()))
        .containsExactly("UNAUTHENTICATED");
  }

  /** By PostgreSQL's clock, which the ledger goes by. */
  private String now() {
    return invariants.one(
        String.class,
        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
  }

  private static List<String> told(JsonNode movements) {
    return movements
        .get("edges")
        .valueStream()
        .map(edge -> edge.get("node"))
        .map(
            node ->
                "%s %s %s %s"
                    .formatted(
                        node.get("kind").asString(),
                        node.at("/warehouse/name").asString(),
                        node.get("delta").asInt(),
                        node.get("onHandAfter").asInt()))
        .toList();
  }

  private static JsonNode movements(GraphQlTester graph, UUID product, String arguments) {
    return Answers.data(query(graph, product, arguments)).get("stockMovements");
  }

  private static Response query(GraphQlTester graph, UUID product, String arguments) {
    return graph
        .document(
            """
            { stockMovements(productId: "%s", %s) {
              edges { node { id kind delta onHandAfter reason transferId madeAt
                product { id } warehouse { name } madeBy { id } } }
              pageInfo { hasNextPage endCursor } } }
            """
                .formatted(product, arguments))
        .execute();
  }

  private static String at(GraphQlTester graph, UUID product, String time) {
    return Answers.data(
            graph
                .document(
                    "{ stockAt(productId: \"%s\", at: \"%s\") { warehouse { name } onHand } }"
                        .formatted(product, time))
                .execute())
        .get("stockAt")
        .toString();
  }
}
