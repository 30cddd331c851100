package dev.lapak.inventory.transfer;

import static dev.lapak.inventory.testing.Answers.assertError;
import static dev.lapak.inventory.testing.Answers.codes;
import static dev.lapak.inventory.testing.Answers.requestErrors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.testing.Answers;
import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestProducts;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import tools.jackson.databind.JsonNode;

@InventoryTest
class TransferTests {

  private static final int MAX = 1_000_000_000;

  @Autowired TestShops shops;
  @Autowired TestProducts products;
  @Autowired TestOrders orders;
  @Autowired SubgraphTester subgraph;
  @Autowired Invariants invariants;

  private TestShop shop;
  private UUID here;
  private UUID there;
  private UUID product;

  @BeforeEach
  void shop_with_ten_in_one_of_two_warehouses() {
    shop = shops.open();
    here = shop.warehouse("Here");
    there = shop.warehouse("There");
    product = shop.product();
    shop.stock(product, here, 10);
  }

  @AfterEach
  void invariants_hold() {
    products.down(false);
    invariants.check();
  }

  @Test
  void goods_leave_at_once_and_are_nowhere_until_they_are_received() {
    Response response = shop.startTransfer(here, there, Map.of(product, 4), "1");
    JsonNode transfer = Answers.data(response).at("/startTransfer/transfer");
    assertThat(transfer.get("status").asString()).isEqualTo("IN_TRANSIT");
    assertThat(transfer.at("/source/name").asString()).isEqualTo("Here");
    assertThat(transfer.at("/lines/0/product/id").asString()).isEqualTo(product.toString());
    assertThat(transfer.at("/lines/0/quantity").asInt()).isEqualTo(4);
    assertThat(transfer.at("/lines/0/received").isNull()).isTrue();
    assertThat(transfer.get("endedAt").isNull()).isTrue();
    assertThat(onHand(here)).isEqualTo(6);
    assertThat(onHand(there)).isZero();
    assertThat(available()).isEqualTo(6);

    JsonNode received =
        Answers.data(shop.receiveTransfer(transfer.get("id").asString()))
            .at("/receiveTransfer/transfer");
    assertThat(received.get("status").asString()).isEqualTo("RECEIVED");
    assertThat(received.at("/lines/0/received").asInt()).isEqualTo(4);
    assertThat(received.at("/lines/0/missing").asInt()).isZero();
    assertThat(received.get("endedAt").isNull()).isFalse();
    assertThat(onHand(there)).isEqualTo(4);
    assertThat(available()).isEqualTo(10);
  }

  @Test
  void what_is_missing_is_written_off_with_a_reason() {
    UUID other = shop.product();
    shop.stock(other, here, 5);
    UUID id = shop.sent(here, there, Map.of(product, 4, other, 5));
    assertError(
        shop.receiveTransfer(id, Map.of(product, 3), " "),
        "receiveTransfer",
        "REASON_LENGTH",
        "missingReason");
    JsonNode received =
        Answers.data(shop.receiveTransfer(id, Map.of(product, 3), " fell off "))
            .at("/receiveTransfer/transfer");
    assertThat(received.get("missingReason").asString()).isEqualTo("fell off");
    assertThat(received.get("lines").valueStream().mapToInt(line -> line.get("missing").asInt()))
        .containsExactlyInAnyOrder(1, 0);
    assertThat(onHand(there)).isEqualTo(8);
    assertThat(available()).isEqualTo(9);
  }

  @Test
  void nothing_at_all_may_arrive() {
    UUID id = shop.sent(here, there, Map.of(product, 4));
    assertThat(codes(shop.receiveTransfer(id, Map.of(product, 0), "lost"), "receiveTransfer"))
        .isEmpty();
    assertThat(onHand(there)).isZero();
    assertThat(available()).isEqualTo(6);
  }

  @Test
  void count_is_of_what_was_sent() {
    UUID foreign = shop.product();
    UUID id = shop.sent(here, there, Map.of(product, 4));
    assertError(
        shop.receiveTransfer(id, Map.of(foreign, 1), "r"),
        "receiveTransfer",
        "PRODUCT_NOT_FOUND",
        "counted",
        "0",
        "productId");
    for (int quantity : List.of(-1, 5)) {
      assertError(
          shop.receiveTransfer(id, Map.of(product, quantity), "r"),
          "receiveTransfer",
          "QUANTITY_OUT_OF_RANGE",
          "counted",
          "0",
          "quantity");
    }
    assertError(
        shop.receiveTransfer(id, List.of(count(product, 1), count(product, 1)), "r"),
        "receiveTransfer",
        "LINES_INVALID",
        "counted",
        "1",
        "productId");
    // Nothing is missing, so there is nothing to say about it.
    assertError(
        shop.receiveTransfer(id, Map.of(product, 4), "r"),
        "receiveTransfer",
        "REASON_LENGTH",
        "missingReason");
    assertThat(status(id)).isEqualTo("IN_TRANSIT");
  }

  @Test
  void cancelled_goods_are_back() {
    UUID id = shop.sent(here, there, Map.of(product, 4));
    for (int again = 0; again < 2; again++) {
      JsonNode cancelled = Answers.data(shop.cancelTransfer(id)).at("/cancelTransfer/transfer");
      assertThat(cancelled.get("status").asString()).isEqualTo("CANCELLED");
      assertThat(cancelled.at("/lines/0/received").isNull()).isTrue();
      assertThat(onHand(here)).isEqualTo(10);
    }
    assertError(shop.receiveTransfer(id), "receiveTransfer", "TRANSFER_ENDED", "id");
    assertThat(onHand(there)).isZero();
  }

  @Test
  void received_is_received_once() {
    UUID id = shop.sent(here, there, Map.of(product, 4));
    for (int again = 0; again < 2; again++) {
      assertThat(codes(shop.receiveTransfer(id, Map.of(product, 3), "lost"), "receiveTransfer"))
          .isEmpty();
      assertThat(onHand(there)).isEqualTo(3);
    }
    assertError(shop.receiveTransfer(id), "receiveTransfer", "TRANSFER_ENDED", "id");
    assertError(
        shop.receiveTransfer(id, Map.of(product, 3), "stolen"),
        "receiveTransfer",
        "TRANSFER_ENDED",
        "id");
    assertError(shop.cancelTransfer(id), "cancelTransfer", "TRANSFER_ENDED", "id");
    assertThat(onHand(there)).isEqualTo(3);
  }

  @Test
  void only_what_is_free_can_be_sent() {
    orders.reserved(product, 7);
    UUID never = shop.product();
    Response response =
        shop.startTransfer(here, there, List.of(count(product, 4), count(never, 1)), "1");
    assertThat(codes(response, "startTransfer")).containsExactly("OUT_OF_STOCK", "OUT_OF_STOCK");
    JsonNode errors = Answers.data(response).at("/startTransfer/errors");
    assertThat(errors.at("/0/path").toString()).isEqualTo("[\"lines\",\"0\",\"quantity\"]");
    assertThat(errors.at("/0/current/free").asInt()).isEqualTo(3);
    assertThat(errors.at("/0/current/reserved").asInt()).isEqualTo(7);
    assertThat(errors.at("/1/current/onHand").asInt()).isZero();
    assertThat(onHand(here)).isEqualTo(10);
    assertThat(codes(shop.startTransfer(here, there, Map.of(product, 3), "2"), "startTransfer"))
        .isEmpty();
  }

  @Test
  void what_is_over_can_be_sent() {
    UUID reservation = orders.reserved(product, 10, Duration.ofMillis(300));
    orders.waitUntilOver(reservation);
    assertThat(codes(shop.startTransfer(here, there, Map.of(product, 10), "1"), "startTransfer"))
        .isEmpty();
    assertThat(available()).isZero();
  }

  @Test
  void goods_in_transit_can_not_be_reserved() {
    shop.sent(here, there, Map.of(product, 10));
    assertThat(
            codes(
                orders.reserve(TestOrders.reservation(UUID.randomUUID(), Map.of(product, 1))),
                "reserveStock"))
        .containsExactly("OUT_OF_STOCK");
  }

  @Test
  void inactive_warehouses_send_and_receive() {
    shop.deactivate(here);
    shop.deactivate(there);
    UUID id = shop.sent(here, there, Map.of(product, 10));
    assertThat(codes(shop.receiveTransfer(id), "receiveTransfer")).isEmpty();
    assertThat(onHand(there)).isEqualTo(10);
    assertThat(available()).isZero();
  }

  @Test
  void same_key_answers_the_same_transfer() {
    UUID first = id(shop.startTransfer(here, there, Map.of(product, 4), "k"));
    assertThat(id(shop.startTransfer(here, there, Map.of(product, 4), "k"))).isEqualTo(first);
    shop.receiveTransfer(first);
    Response later = shop.startTransfer(here, there, Map.of(product, 4), "k");
    assertThat(id(later)).isEqualTo(first);
    later.path("startTransfer.transfer.status").entity(String.class).isEqualTo("RECEIVED");
    assertError(
        shop.startTransfer(here, there, Map.of(product, 3), "k"),
        "startTransfer",
        "KEY_REUSED",
        "idempotencyKey");
    assertError(
        shop.startTransfer(there, here, Map.of(product, 4), "k"),
        "startTransfer",
        "KEY_REUSED",
        "idempotencyKey");
    assertThat(onHand(here)).isEqualTo(6);
    // A key is the seller's own.
    TestShop neighbour = shops.open();
    UUID goods = neighbour.product();
    UUID from = neighbour.warehouse();
    neighbour.stock(goods, from, 1);
    assertThat(id(neighbour.startTransfer(from, neighbour.warehouse(), Map.of(goods, 1), "k")))
        .isNotEqualTo(first);
  }

  @Test
  void input_is_within_its_bounds() {
    assertError(
        shop.startTransfer(here, here, Map.of(product, 1), "1"),
        "startTransfer",
        "SAME_WAREHOUSE",
        "destinationId");
    assertError(
        shop.startTransfer(here, there, Map.of(), "1"), "startTransfer", "LINES_INVALID", "lines");
    assertError(
        shop.startTransfer(here, there, lines(101), "1"),
        "startTransfer",
        "LINES_INVALID",
        "lines");
    assertThat(codes(shop.startTransfer(here, there, lines(100), "1"), "startTransfer"))
        .hasSize(100)
        .containsOnly("PRODUCT_NOT_FOUND");
    assertError(
        shop.startTransfer(here, there, List.of(count(product, 1), count(product, 1)), "1"),
        "startTransfer",
        "LINES_INVALID",
        "lines",
        "1",
        "productId");
    for (int quantity : List.of(0, -1, MAX + 1)) {
      assertError(
          shop.startTransfer(here, there, Map.of(product, quantity), "1"),
          "startTransfer",
          "QUANTITY_OUT_OF_RANGE",
          "lines",
          "0",
          "quantity");
    }
    for (String key : List.of("", "x".repeat(101), "ключ")) {
      assertError(
          shop.startTransfer(here, there, Map.of(product, 1), key),
          "startTransfer",
          "KEY_INVALID",
          "idempotencyKey");
    }
    assertThat(
            codes(
                shop.startTransfer("nowhere", "nobody", Map.of("nothing", 0), "\n"),
                "startTransfer"))
        .containsExactly(
            "WAREHOUSE_NOT_FOUND", "WAREHOUSE_NOT_FOUND", "KEY_INVALID", "PRODUCT_NOT_FOUND");
  }

  @Test
  void full_warehouse_takes_nothing_more() {
    shop.stock(product, there, MAX);
    UUID id = shop.sent(here, there, Map.of(product, 4));
    assertError(shop.receiveTransfer(id), "receiveTransfer", "QUANTITY_OUT_OF_RANGE", "id");
    shop.adjust(product, there, -4, "room", "room");
    assertThat(codes(shop.receiveTransfer(id), "receiveTransfer")).isEmpty();
  }

  @Test
  void foreign_is_not_there() {
    UUID id = shop.sent(here, there, Map.of(product, 4));
    TestShop stranger = shops.open();
    assertError(stranger.receiveTransfer(id), "receiveTransfer", "TRANSFER_NOT_FOUND", "id");
    assertError(stranger.cancelTransfer(id), "cancelTransfer", "TRANSFER_NOT_FOUND", "id");
    assertError(stranger.cancelTransfer("x"), "cancelTransfer", "TRANSFER_NOT_FOUND", "id");
    assertError(
        stranger.startTransfer(stranger.warehouse(), stranger.warehouse(), Map.of(product, 1), "1"),
        "startTransfer",
        "PRODUCT_NOT_FOUND",
        "lines",
        "0",
        "productId");
    assertError(
        shop.startTransfer(here, stranger.warehouse(), Map.of(product, 1), "1"),
        "startTransfer",
        "WAREHOUSE_NOT_FOUND",
        "destinationId");
    assertError(
        shop.startTransfer(stranger.warehouse(), there, Map.of(product, 1), "1"),
        "startTransfer",
        "WAREHOUSE_NOT_FOUND",
        "sourceId");
    assertThat(byId(stranger.graph(), id)).isEqualTo("null");
    assertThat(byId(shop.graph(), id)).contains("IN_TRANSIT");
    assertThat(byId(shop.graph(), "x")).isEqualTo("null");
    assertThat(byId(subgraph.with(TestIssuer.admin(UUID.randomUUID())), id)).contains("IN_TRANSIT");
    assertThat(page(stranger, "first: 20").get("edges").size()).isZero();
  }

  @Test
  void strangers_may_not() {
    String start =
        """
        mutation { startTransfer(input: {sourceId: "a", destinationId: "b", lines: [],
          idempotencyKey: "1"}) { errors { code } } }
        """;
    assertThat(requestErrors(subgraph.anonymous().document(start).execute()))
        .containsExactly("UNAUTHENTICATED");
    assertThat(
            requestErrors(
                subgraph
                    .with(TestIssuer.customer(UUID.randomUUID()))
                    .document("{ transfers { edges { cursor } } }")
                    .execute()))
        .containsExactly("FORBIDDEN");
    assertThat(
            requestErrors(
                subgraph.anonymous().document("{ transfer(id: \"a\") { id } }").execute()))
        .containsExactly("UNAUTHENTICATED");
  }

  @Test
  void owner_that_can_not_be_found_out_can_be_tried_again() {
    UUID fresh = shop.product();
    products.down(true);
    assertError(
        shop.startTransfer(here, there, Map.of(fresh, 1), "1"),
        "startTransfer",
        "TRY_AGAIN",
        "lines");
  }

  @Test
  void list_is_paged_from_the_latest_and_filtered_by_status() {
    List<UUID> ids =
        IntStream.range(0, 5).mapToObj(i -> shop.sent(here, there, Map.of(product, 1))).toList();
    shop.cancelTransfer(ids.get(1));
    JsonNode first = page(shop, "first: 3");
    assertThat(ids(first)).containsExactly(ids.get(4), ids.get(3), ids.get(2));
    assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    String after = first.at("/pageInfo/endCursor").asString();
    shop.sent(here, there, Map.of(product, 1));
    JsonNode second = page(shop, "first: 3, after: \"%s\"".formatted(after));
    assertThat(ids(second)).containsExactly(ids.get(1), ids.get(0));
    assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    assertThat(ids(page(shop, "first: 3, status: CANCELLED"))).containsExactly(ids.get(1));
    for (String bad :
        List.of(
            "first: 0",
            "first: 101",
            "after: \"x\"",
            "status: RECEIVED, after: \"%s\"".formatted(after))) {
      assertThat(requestErrors(query(shop.graph(), bad))).containsExactly("BAD_USER_INPUT");
    }
  }

  private static List<UUID> ids(JsonNode page) {
    return page.get("edges")
        .valueStream()
        .map(edge -> UUID.fromString(edge.at("/node/id").asString()))
        .toList();
  }

  private static JsonNode page(TestShop shop, String arguments) {
    return Answers.data(query(shop.graph(), arguments)).get("transfers");
  }

  private static Response query(GraphQlTester graph, String arguments) {
    return graph
        .document(
            """
            { transfers(%s) {
              edges { node { id lines { quantity } } } pageInfo { hasNextPage endCursor } } }
            """
                .formatted(arguments))
        .execute();
  }

  private static String byId(GraphQlTester graph, Object id) {
    return Answers.data(
            graph.document("{ transfer(id: \"%s\") { status } }".formatted(id)).execute())
        .get("transfer")
        .toString();
  }

  private String status(UUID id) {
    return invariants.one(String.class, "SELECT status FROM transfer WHERE id = ?", id);
  }

  private static UUID id(Response started) {
    return started.path("startTransfer.transfer.id").entity(UUID.class).get();
  }

  private static List<Map<String, Object>> lines(int count) {
    return Collections.nCopies(count, 1).stream()
        .map(one -> count(UUID.randomUUID(), one))
        .toList();
  }

  private static Map<String, Object> count(UUID product, int quantity) {
    return Map.of("productId", product, "quantity", quantity);
  }

  private int onHand(UUID warehouse) {
    return invariants.one(
        Integer.class,
        "SELECT coalesce(sum(on_hand), 0) FROM stock_level WHERE warehouse_id = ?",
        warehouse);
  }

  private int available() {
    return subgraph
        .anonymous()
        .document(
            """
            query ($products: [_Any!]!) { _entities(representations: $products) {
              ... on Product { availability { total } } } }
            """)
        .variable("products", List.of(Map.of("__typename", "Product", "id", product)))
        .execute()
        .path("_entities[0].availability.total")
        .entity(Integer.class)
        .get();
  }
}
