package dev.lapak.local.chaos;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A seller with a few products that everybody wants. */
record Shop(Account seller, List<String> products) {

  private static final int PRODUCTS = 2;

  private static final String BECOME_SELLER =
      """
      mutation {
        becomeSeller(input: {name: "Chaos", currency: "GBP",
          bankAccount: {bank: "Bank", holder: "Chaos", number: "12345678"}}) {
          tokens { accessToken } errors { code }
        }
      }
      """;

  private static final String CREATE_WAREHOUSE =
      "mutation { createWarehouse(input: {name: \"Chaos\"}) { warehouse { id } errors { code } } }";

  private static final String CREATE_PRODUCT =
      """
      mutation ($sku: String!) {
        createProduct(input: {sku: $sku, title: "Hot", price: {amount: "2.50", currency: "GBP"}}) {
          product { id } errors { code }
        }
      }
      """;

  private static final String SET_STOCK =
      """
      mutation ($product: ID!, $warehouse: ID!, $onHand: Int!, $key: String!) {
        setStock(input: {productId: $product, warehouseId: $warehouse, onHand: $onHand,
          expectedOnHand: 0, idempotencyKey: $key}) { stockLevel { onHand } errors { code } }
      }
      """;

  private static final String APPROVE =
      "mutation ($id: ID!) { approvePayment(input: {proofId: $id}) { order { status } errors { code } } }";

  private static final String REJECT =
      """
      mutation ($id: ID!) {
        rejectPayment(input: {proofId: $id, reason: "chaos"}) { order { status } errors { code } }
      }
      """;

  private static final String CANCEL =
      """
      mutation ($id: ID!) {
        cancelOrder(input: {orderId: $id, reason: "over"}) { order { status } errors { code } }
      }
      """;

  private static final String SOLD =
      """
      query ($after: String) {
        sellerOrders(first: 100, after: $after) {
          edges { node { id status lines { quantity product { id } } } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  private static final String STOCK =
      """
      query ($id: ID!) { product(id: $id) { availability { total byWarehouse { onHand } } } }
      """;

  static Shop open(Door door, int stock) throws UnansweredException, InterruptedException {
    Account seller = Account.register(door);
    seller.use(
        seller.ask(BECOME_SELLER, Map.of()).at("/becomeSeller/tokens/accessToken").asString());
    String warehouse =
        seller.ask(CREATE_WAREHOUSE, Map.of()).at("/createWarehouse/warehouse/id").asString();
    List<String> products = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      String id =
          seller
              .ask(CREATE_PRODUCT, Map.of("sku", "hot " + i))
              .at("/createProduct/product/id")
              .asString();
      seller.ask(
          SET_STOCK,
          Map.of(
              "product", id,
              "warehouse", warehouse,
              "onHand", stock,
              "key", UUID.randomUUID().toString()));
      products.add(id);
    }
    return new Shop(seller, products);
  }

  void approve(String proof) throws UnansweredException, InterruptedException {
    seller.ask(APPROVE, Map.of("id", proof));
  }

  /** At once, as by a double click. */
  List<CompletableFuture<HttpResponse<String>>> approveTwice(Door door, String proof)
      throws UnansweredException, InterruptedException {
    Map<String, String> which = Map.of("id", proof);
    return List.of(
        door.send(seller.token(), APPROVE, which), door.send(seller.token(), APPROVE, which));
  }

  void reject(String proof) throws UnansweredException, InterruptedException {
    seller.ask(REJECT, Map.of("id", proof));
  }

  void cancel(String order) throws UnansweredException, InterruptedException {
    seller.ask(CANCEL, Map.of("id", order));
  }

  /** All of its orders. */
  List<JsonNode> orders() throws UnansweredException, InterruptedException {
    List<JsonNode> orders = new ArrayList<>();
    Map<String, String> after = Map.of();
    while (true) {
      JsonNode page = seller.ask(SOLD, after).path("sellerOrders");
      IntStream.range(0, page.path("edges").size())
          .mapToObj(i -> page.path("edges").path(i).path("node"))
          .forEach(orders::add);
      if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
        return orders;
      }
      after = Map.of("after", page.at("/pageInfo/endCursor").asString());
    }
  }

  /** How many of a product can be had. */
  int free(String product) throws UnansweredException, InterruptedException {
    return count(product, "/product/availability/total");
  }

  /** How many of a product are in the warehouse, promised or not. */
  int onHand(String product) throws UnansweredException, InterruptedException {
    return count(product, "/product/availability/byWarehouse/0/onHand");
  }

  private int count(String product, String where) throws UnansweredException, InterruptedException {
    JsonNode count = seller.ask(STOCK, Map.of("id", product)).at(where);
    if (!count.isInt()) {
      throw new UnansweredException("no availability");
    }
    return count.asInt();
  }
}
