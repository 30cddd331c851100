package dev.lapak.inventory.reconciliation;

import static dev.lapak.inventory.testing.Answers.assertError;
import static dev.lapak.inventory.testing.Answers.codes;
import static dev.lapak.inventory.testing.Answers.requestErrors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.reservation.OverReservations;
import dev.lapak.inventory.testing.Answers;
import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestShop;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.inventory.testing.Together;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import tools.jackson.databind.JsonNode;

/** Rows are damaged behind the service's back, found and mended. */
@InventoryTest
class ReconciliationTests {

  @Autowired TestShops shops;
  @Autowired TestOrders orders;
  @Autowired SubgraphTester subgraph;
  @Autowired Invariants invariants;
  @Autowired OverReservations over;

  private TestShop shop;
  private UUID product;
  private UUID warehouse;
  private GraphQlTester admin;

  @BeforeEach
  void level_with_three_of_ten_reserved() {
    shop = shops.open();
    product = shop.product();
    warehouse = shop.warehouse("Main");
    shop.stock(product, warehouse, 10);
    orders.reserved(product, 3);
    admin = subgraph.with(TestIssuer.admin(UUID.randomUUID()));
  }

  @AfterEach
  void invariants_hold() {
    invariants.check();
  }

  @Test
  void nothing_is_wrong_at_first_and_nothing_is_repaired() {
    assertThat(wrong()).isEmpty();
    Response response = repair(product, warehouse, "why not");
    assertThat(codes(response, "repairStock")).isEmpty();
    response.path("repairStock.repaired").entity(Boolean.class).isEqualTo(false);
    assertThat(movements()).containsExactly("COUNT 10 10");
  }

  @Test
  void on_hand_that_is_not_what_the_ledger_says_follows_the_ledger() {
    damage("UPDATE stock_level SET on_hand = 17 WHERE product_id = ?");
    assertThat(wrong()).containsExactly("17/10 3/3 0");
    assertRepaired(10, 3);
    assertThat(movements()).containsExactly("COUNT 10 10", "REPAIR 0 10");
  }

  @Test
  void ledger_that_says_less_than_is_reserved_gets_the_difference() {
    damage("UPDATE stock_level SET on_hand = 20 WHERE product_id = ?");
    insertMovement(-9);
    assertThat(wrong()).containsExactly("20/1 3/3 0");
    assertRepaired(3, 3);
    invariants
        .database()
        .execute("ALTER TABLE stock_movement DISABLE TRIGGER stock_movement_is_append_only");
    try {
      invariants
          .database()
          .update(
              "UPDATE stock_movement SET on_hand_after = 1 WHERE product_id = ? AND reason = 'damage'",
              product);
    } finally {
      invariants
          .database()
          .execute("ALTER TABLE stock_movement ENABLE TRIGGER stock_movement_is_append_only");
    }
    assertThat(movements()).endsWith("REPAIR 2 3");
  }

  @Test
  void reserved_that_is_not_what_reservations_hold_follows_them() {
    for (int reserved : List.of(0, 1, 10)) {
      damage("UPDATE stock_level SET reserved = " + reserved + " WHERE product_id = ?");
      assertThat(wrong()).containsExactly("10/10 " + reserved + "/3 0");
      assertRepaired(10, 3);
    }
  }

  @Test
  void counter_that_says_too_little_keeps_nothing_from_ending() {
    UUID other = shop.product();
    shop.stock(other, warehouse, 10);
    UUID over = orders.reserved(product, 2, Duration.ofMillis(100));
    UUID elsewhere = orders.reserved(other, 1, Duration.ofMillis(100));
    orders.waitUntilOver(over);
    orders.waitUntilOver(elsewhere);
    damage("UPDATE stock_level SET reserved = 1 WHERE product_id = ?");

    assertThat(this.over.endSome().block(Duration.ofSeconds(5))).isTrue();

    for (UUID id : List.of(over, elsewhere)) {
      assertThat(invariants.one(String.class, "SELECT status FROM reservation WHERE id = ?", id))
          .isEqualTo("EXPIRED");
    }
    assertThat(wrong()).containsExactly("10/10 0/3 0");
    assertRepaired(10, 3);
  }

  @Test
  void counter_that_says_too_little_keeps_nobody_from_changing_its_level() {
    orders.waitUntilOver(orders.reserved(product, 2, Duration.ofMillis(100)));
    damage("UPDATE stock_level SET reserved = 1 WHERE product_id = ?");

    shop.adjust(product, warehouse, 1, "found one", "key");

    assertThat(wrong()).containsExactly("11/11 0/3 0");
    assertRepaired(11, 3);
  }

  @Test
  void reservation_that_was_not_ended_in_time_is_stuck() {
    UUID stuck = orders.reserved(product, 2, Duration.ofMillis(100));
    orders.waitUntilOver(stuck);
    damage("UPDATE stock_level SET reserved = 1 WHERE product_id = ?");
    invariants
        .database()
        .update(
            "UPDATE reservation SET expires_at = now() - interval '2 minutes' WHERE id = ?", stuck);
    JsonNode found =
        Answers.data(
                admin
                    .document(
                        """
                        { stuckReservations(first: 100) { edges { node {
                          id expiresAt lines { productId warehouseId quantity } } } } }
                        """)
                    .execute())
            .at("/stuckReservations/edges");
    assertThat(found.size()).isOne();
    assertThat(found.at("/0/node/id").asString()).isEqualTo(stuck.toString());
    assertThat(found.at("/0/node/lines/0/productId").asString()).isEqualTo(product.toString());
    assertThat(found.at("/0/node/lines/0/warehouseId").asString()).isEqualTo(warehouse.toString());
    assertThat(found.at("/0/node/lines/0/quantity").asInt()).isEqualTo(2);
    // Its lines say another end than it does, too.
    assertThat(wrong()).containsExactly("10/10 1/5 1");
    assertRepaired(10, 5);
    assertThat(over.endSome().block(Duration.ofSeconds(5))).isTrue();
    assertThat(invariants.one(String.class, "SELECT status FROM reservation WHERE id = ?", stuck))
        .isEqualTo("EXPIRED");
    assertThat(wrong()).isEmpty();
  }

  @Test
  void lines_that_hold_other_than_their_reservation_are_mended() {
    UUID ended = orders.reserved(product, 1);
    orders.release(ended);
    invariants
        .database()
        .update("UPDATE reservation_line SET held_until = now() WHERE reservation_id = ?", ended);
    damage(
        "UPDATE reservation_line SET held_until = NULL WHERE product_id = ? AND held_until > now()");
    assertThat(wrong()).containsExactly("10/10 3/3 2");
    assertRepaired(10, 3);
  }

  @RepeatedTest(3)
  void repair_beside_traffic_is_right() {
    shop.adjust(product, warehouse, 1_000, "more", "m");
    damage(
        "UPDATE stock_level SET on_hand = on_hand + 50, reserved = reserved + 20 WHERE product_id = ?");
    List<List<String>> answers =
        Together.run(
            24,
            i ->
                i % 8 == 0
                    ? codes(repair(product, warehouse, "r"), "repairStock")
                    : codes(
                        orders.reserve(
                            TestOrders.reservation(UUID.randomUUID(), Map.of(product, 1))),
                        "reserveStock"));
    assertThat(answers).containsOnly(List.of());
    assertThat(wrong()).isEmpty();
    assertThat(movements().stream().filter(one -> one.startsWith("REPAIR"))).hasSize(1);
  }

  @Test
  void list_is_paged() {
    List<UUID> goods = new ArrayList<>(List.of(product));
    for (int i = 0; i < 4; i++) {
      UUID one = shop.product();
      shop.stock(one, warehouse, 1);
      goods.add(one);
    }
    goods.forEach(
        one ->
            invariants
                .database()
                .update("UPDATE stock_level SET on_hand = on_hand + 1 WHERE product_id = ?", one));
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      JsonNode page = page(2, after);
      page.get("edges").forEach(edge -> found.add(edge.at("/node/product/id").asString()));
      after =
          page.at("/pageInfo/hasNextPage").asBoolean()
              ? page.at("/pageInfo/endCursor").asString()
              : null;
    } while (after != null);
    assertThat(found)
        .containsExactlyElementsOf(goods.stream().map(UUID::toString).sorted().toList());
    goods.forEach(one -> repair(one, warehouse, "paged"));
  }

  @Test
  void only_admins_and_only_what_is_there() {
    assertError(repair(product, UUID.randomUUID(), "r"), "repairStock", "STOCK_LEVEL_NOT_FOUND");
    assertError(repair("x", "y", "r"), "repairStock", "STOCK_LEVEL_NOT_FOUND");
    assertError(repair(product, warehouse, " "), "repairStock", "REASON_LENGTH", "reason");
    assertError(
        repair(product, warehouse, "x".repeat(201)), "repairStock", "REASON_LENGTH", "reason");
    for (String query :
        List.of(
            "{ stockReconciliation { edges { cursor } } }",
            "{ stuckReservations { edges { cursor } } }",
            "mutation { repairStock(input: {productId: \"a\", warehouseId: \"b\", reason: \"r\"})"
                + " { repaired } }")) {
      assertThat(requestErrors(shop.graph().document(query).execute()))
          .containsExactly("FORBIDDEN");
      assertThat(requestErrors(subgraph.anonymous().document(query).execute()))
          .containsExactly("UNAUTHENTICATED");
    }
    for (String bad : List.of("first: 0", "first: 101", "after: \"x\"")) {
      assertThat(
              requestErrors(
                  admin
                      .document("{ stockReconciliation(%s) { edges { cursor } } }".formatted(bad))
                      .execute()))
          .containsExactly("BAD_USER_INPUT");
    }
  }

  private void damage(String sql) {
    assertThat(invariants.database().update(sql, product)).isPositive();
  }

  private void insertMovement(int delta) {
    invariants
        .database()
        .update(
            """
            INSERT INTO stock_movement (product_id, warehouse_id, kind, delta, on_hand_after, reason)
            VALUES (?, ?, 'ADJUSTMENT', ?, 0, 'damage')
            """,
            product,
            warehouse,
            delta);
  }

  private void assertRepaired(int onHand, int reserved) {
    Response response = repair(product, warehouse, "mend");
    assertThat(codes(response, "repairStock")).isEmpty();
    response.path("repairStock.repaired").entity(Boolean.class).isEqualTo(true);
    response.path("repairStock.stockLevel.onHand").entity(Integer.class).isEqualTo(onHand);
    response.path("repairStock.stockLevel.reserved").entity(Integer.class).isEqualTo(reserved);
    assertThat(wrong()).isEmpty();
  }

  private Response repair(Object product, Object warehouse, String reason) {
    return admin
        .document(
            """
            mutation ($input: RepairStockInput!) { repairStock(input: $input) {
              stockLevel { onHand reserved } repaired errors { code message path } } }
            """)
        .variable("input", Map.of("productId", product, "warehouseId", warehouse, "reason", reason))
        .execute();
  }

  /** On hand, reserved (each: as it is, as it should be) and misheld lines. */
  private List<String> wrong() {
    return page(100, null)
        .get("edges")
        .valueStream()
        .map(edge -> edge.get("node"))
        .map(
            node ->
                "%s/%s %s/%s %s"
                    .formatted(
                        node.get("onHand").asInt(),
                        node.get("ledgerOnHand").asInt(),
                        node.get("reserved").asInt(),
                        node.get("heldQuantity").asInt(),
                        node.get("misheldLines").asInt()))
        .toList();
  }

  private JsonNode page(int first, @Nullable String after) {
    return Answers.data(
            admin
                .document(
                    """
                    { stockReconciliation(first: %d%s) {
                      edges { node { product { id } warehouse { name }
                        onHand ledgerOnHand reserved heldQuantity misheldLines } }
                      pageInfo { hasNextPage endCursor } } }
                    """
                        .formatted(first, after == null ? "" : ", after: \"" + after + "\""))
                .execute())
        .get("stockReconciliation");
  }

  private List<String> movements() {
    return invariants
        .database()
        .queryForList(
            "SELECT kind || ' ' || delta || ' ' || on_hand_after FROM stock_movement"
                + " WHERE product_id = ? ORDER BY made_at",
            String.class,
            product);
  }
}
