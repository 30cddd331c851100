package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a seller can do with stock, through the door: moved, looked up, watched for running out. */
class TransferIT {

  private static final String START =
      """
      mutation ($source: ID!, $destination: ID!, $product: ID!, $quantity: Int!, $key: String!) {
        startTransfer(input: {
          sourceId: $source, destinationId: $destination, idempotencyKey: $key,
          lines: [{productId: $product, quantity: $quantity}]
        }) {
          transfer { id status source { name } lines { product { title } quantity received missing } }
          errors { code path current { free } }
        }
      }
      """;

  private static final String RECEIVE =
      """
      mutation ($id: ID!, $product: ID!) {
        receiveTransfer(input: {
          id: $id, counted: [{productId: $product, quantity: 3}], missingReason: "fell off"
        }) { transfer { status missingReason lines { received missing } } errors { code } }
      }
      """;

  private static final String CANCEL =
      """
      mutation ($id: ID!) {
        cancelTransfer(input: {id: $id}) { transfer { status } errors { code } }
      }
      """;

  @Test
  void goods_move_between_warehouses_and_are_sold_from_neither_on_the_way() {
    Shop shop = Shop.open();
    String there = Shop.warehouse(shop.seller(), "There");
    String product = shop.sell("1.00", 10);

    Answer started = start(shop, there, product, 4, "k");
    assertThat(started.failures("startTransfer")).isEmpty();
    assertThat(started.<String>get("startTransfer.transfer.source.name")).isEqualTo("Main");
    assertThat(started.<String>get("startTransfer.transfer.lines[0].product.title"))
        .isEqualTo("Lantern");
    String id = started.get("startTransfer.transfer.id");
    assertThat(start(shop, there, product, 4, "k").<String>get("startTransfer.transfer.id"))
        .isEqualTo(id);
    Answer looked =
        shop.seller().now("query ($id: ID!) { transfer(id: $id) { id status } }", Map.of("id", id));
    assertThat(looked.<String>get("transfer.status")).isEqualTo("IN_TRANSIT");
    assertThat(shop.levels(product).total()).isEqualTo(6);
    assertThat(Buying.buy(Person.buyer(), product, 7).failures("checkout"))
        .containsExactly("OUT_OF_STOCK");
    Answer tooMany = start(shop, there, product, 7, "k2");
    assertThat(tooMany.failures("startTransfer")).containsExactly("OUT_OF_STOCK");
    assertThat(tooMany.<Integer>get("startTransfer.errors[0].current.free")).isEqualTo(6);

    Map<String, Object> receipt = Map.of("id", id, "product", product);
    Answer received = shop.seller().now(RECEIVE, receipt);
    assertThat(received.<String>get("receiveTransfer.transfer.status")).isEqualTo("RECEIVED");
    assertThat(received.<Integer>get("receiveTransfer.transfer.lines[0].missing")).isOne();
    assertThat(shop.seller().now(RECEIVE, receipt).failures("receiveTransfer")).isEmpty();
    assertThat(shop.seller().now(CANCEL, Map.of("id", id)).failures("cancelTransfer"))
        .containsExactly("TRANSFER_ENDED");
    assertThat(shop.levels(product).total()).isEqualTo(9);

    String back = start(shop, there, product, 6, "k3").get("startTransfer.transfer.id");
    assertThat(shop.levels(product).total()).isEqualTo(3);
    assertThat(Person.seller().now(CANCEL, Map.of("id", back)).failures("cancelTransfer"))
        .containsExactly("TRANSFER_NOT_FOUND");
    assertThat(shop.seller().now(CANCEL, Map.of("id", back)).failures("cancelTransfer")).isEmpty();
    assertThat(shop.levels(product).total()).isEqualTo(9);
    assertThat(
            shop.seller()
                .now("{ transfers(first: 5) { edges { node { status } } } }")
                .<List<String>>get("transfers.edges[*].node.status"))
        .containsExactly("CANCELLED", "RECEIVED");
  }

  @Test
  void ledger_tells_who_did_what_and_what_there_was_then() {
    Shop shop = Shop.open();
    String there = Shop.warehouse(shop.seller(), "There");
    String product = shop.sell("1.00", 10);
    String then = OffsetDateTime.now(ZoneOffset.UTC).toString();
    String id = start(shop, there, product, 4, "k").get("startTransfer.transfer.id");
    shop.seller().now(RECEIVE, Map.of("id", id, "product", product));

    Answer ledger =
        shop.seller()
            .now(
                """
                query ($product: ID!, $at: DateTime!, $there: ID!) {
                  stockMovements(productId: $product, first: 2) {
                    edges { node { kind delta onHandAfter warehouse { name } madeBy { name } product { title } } }
                    pageInfo { hasNextPage }
                  }
                  stockAt(productId: $product, at: $at) { warehouse { name } onHand }
                  warehouse(id: $there) {
                    name stockLevels(first: 5) { edges { node { onHand product { title } } } }
                  }
                }
                """,
                Map.of("product", product, "at", then, "there", there));
    assertThat(ledger.<List<String>>get("stockMovements.edges[*].node.kind"))
        .containsExactly("TRANSFER_IN", "TRANSFER_OUT");
    assertThat(ledger.<List<Integer>>get("stockMovements.edges[*].node.onHandAfter"))
        .containsExactly(3, 6);
    assertThat(ledger.<String>get("stockMovements.edges[0].node.madeBy.name"))
        .isEqualTo("Somebody");
    assertThat(ledger.<String>get("stockMovements.edges[0].node.product.title"))
        .isEqualTo("Lantern");
    assertThat(ledger.<Boolean>get("stockMovements.pageInfo.hasNextPage")).isTrue();
    assertThat(ledger.<List<Integer>>get("stockAt[*].onHand")).containsExactly(10);
    assertThat(ledger.<Integer>get("warehouse.stockLevels.edges[0].node.onHand")).isEqualTo(3);
    assertThat(ledger.<String>get("warehouse.stockLevels.edges[0].node.product.title"))
        .isEqualTo("Lantern");
  }

  @Test
  void seller_is_told_what_runs_out() {
    Shop shop = Shop.open();
    String product = shop.sell("1.00", 3);
    String low = "{ lowStock { edges { node { available threshold product { title } } } } }";
    assertThat(
            shop.seller()
                .now(
                    """
                    mutation ($product: ID!) {
                      setLowStockThreshold(input: {productId: $product, threshold: 2}) {
                        product { title lowStockThreshold } errors { code }
                      }
                    }
                    """,
                    Map.of("product", product))
                .<Integer>get("setLowStockThreshold.product.lowStockThreshold"))
        .isEqualTo(2);
    assertThat(shop.seller().now(low).<List<Object>>get("lowStock.edges[*]")).isEmpty();
    assertThat(Buying.buy(Person.buyer(), product, 1).failures("checkout")).isEmpty();
    Answer list = shop.seller().now(low);
    assertThat(list.<List<Integer>>get("lowStock.edges[*].node.available")).containsExactly(2);
    assertThat(list.<String>get("lowStock.edges[0].node.product.title")).isEqualTo("Lantern");
  }

  @Test
  void admin_finds_a_counter_that_is_wrong_and_repairs_it() throws SQLException {
    Person admin = Person.admin();
    Shop shop = Shop.open();
    String product = shop.sell("1.00", 10);
    assertThat(Buying.buy(Person.buyer(), product, 3).failures("checkout")).isEmpty();
    miscount(product);
    Map<String, Object> wrong = differences(admin).getFirst();
    assertThat(wrong)
        .containsEntry("product", Map.of("id", product))
        .containsEntry("onHand", 12)
        .containsEntry("ledgerOnHand", 10)
        .containsEntry("reserved", 3)
        .containsEntry("heldQuantity", 3);

    Answer repaired = repair(admin, shop, product);
    assertThat(repaired.<Boolean>get("repairStock.repaired")).isTrue();
    assertThat(repaired.<Integer>get("repairStock.stockLevel.onHand")).isEqualTo(10);
    assertThat(shop.levels(product).total()).isEqualTo(7);
    assertThat(differences(admin)).isEmpty();
  }

  /** On all pages: each looks at some of the levels only. */
  private static List<Map<String, Object>> differences(Person admin) {
    List<Map<String, Object>> found = new ArrayList<>();
    Map<String, Object> page = Map.of();
    while (true) {
      Answer answer =
          admin.now(
              """
              query ($after: String) {
                stockReconciliation(first: 100, after: $after) {
                  edges { node { product { id } onHand ledgerOnHand reserved heldQuantity } }
                  pageInfo { hasNextPage endCursor }
                }
              }
              """,
              page);
      found.addAll(answer.get("stockReconciliation.edges[*].node"));
      if (!answer.<Boolean>get("stockReconciliation.pageInfo.hasNextPage")) {
        return found;
      }
      page = Map.of("after", answer.get("stockReconciliation.pageInfo.endCursor"));
    }
  }

  /** As a hand in the database would. */
  private static void miscount(String product) throws SQLException {
    try (Connection inventory = Lapak.running().database("inventory");
        PreparedStatement damage =
            inventory.prepareStatement(
                "UPDATE stock_level SET on_hand = on_hand + 2 WHERE product_id = ?::uuid")) {
      damage.setString(1, product);
      assertThat(damage.executeUpdate()).isOne();
    }
  }

  @Test
  void admin_sees_that_the_counters_are_right() {
    Person admin = Person.admin();
    String reconciliation =
        "{ stockReconciliation(first: 100) { edges { node { onHand ledgerOnHand } } }"
            + " stuckReservations { edges { node { id } } } }";
    Answer answer = admin.now(reconciliation);
    assertThat(answer.<List<Object>>get("stockReconciliation.edges[*]")).isEmpty();
    assertThat(answer.<List<Object>>get("stuckReservations.edges[*]")).isEmpty();
    Shop shop = Shop.open();
    String product = shop.sell("1.00", 3);
    assertThat(repair(admin, shop, product).<Boolean>get("repairStock.repaired")).isFalse();
    assertThat(shop.seller().now("{ stockReconciliation { edges { cursor } } }").requestError())
        .isEqualTo("FORBIDDEN");
  }

  private static Answer repair(Person admin, Shop shop, String product) {
    return admin.now(
        """
        mutation ($product: ID!, $warehouse: ID!) {
          repairStock(input: {
            productId: $product, warehouseId: $warehouse, reason: "to be sure"
          }) { repaired stockLevel { onHand } errors { code } }
        }
        """,
        Map.of("product", product, "warehouse", shop.warehouse()));
  }

  private static Answer start(Shop shop, String there, String product, int quantity, String key) {
    return shop.seller()
        .now(
            START,
            Map.of(
                "source", shop.warehouse(),
                "destination", there,
                "product", product,
                "quantity", quantity,
                "key", key));
  }
}
