package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stock, counted and corrected, and the warehouses that it is in. */
class StockIT {

  private static final String ADJUST =
      """
      mutation ($product: ID!, $warehouse: ID!, $delta: Int!, $reason: String!, $key: String!) {
        adjustStock(input: {
          productId: $product, warehouseId: $warehouse, delta: $delta, reason: $reason,
          idempotencyKey: $key
        }) { stockLevel { onHand } errors { code path current { onHand reserved } } }
      }
      """;

  private final Shop shop = Shop.open();

  @Test
  void a_count_holds_if_nobody_else_has_counted_meanwhile() {
    String product = shop.list("1.00");
    Answer counted = shop.stock(product, shop.warehouse(), 10, 0);
    assertThat(counted.failures("setStock")).isEmpty();
    assertThat(counted.<Integer>get("setStock.stockLevel.onHand")).isEqualTo(10);

    Answer stale = shop.stock(product, shop.warehouse(), 12, 9);
    assertThat(stale.failures("setStock")).containsExactly("STOCK_CHANGED");
    assertThat(stale.<Integer>get("setStock.errors[0].current.onHand")).isEqualTo(10);
    assertThat(shop.levels(product).onHand()).isEqualTo(10);
  }

  @Test
  void a_correction_has_a_reason_and_takes_nothing_that_is_promised() {
    String product = shop.sell("1.00", 10);
    Buying.buy(Person.buyer(), product, 3);
    String key = UUID.randomUUID().toString();

    Answer broken = adjust(product, -2, "broken", key);
    assertThat(broken.failures("adjustStock")).isEmpty();
    assertThat(broken.<Integer>get("adjustStock.stockLevel.onHand")).isEqualTo(8);
    assertThat(adjust(product, -2, "broken", key).<Integer>get("adjustStock.stockLevel.onHand"))
        .isEqualTo(8);
    assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(5, 8, 3, 5));

    Answer promised = adjust(product, -6, "broken", UUID.randomUUID().toString());
    assertThat(promised.failures("adjustStock")).containsExactly("BELOW_RESERVED");
    assertThat(promised.<Integer>get("adjustStock.errors[0].current.reserved")).isEqualTo(3);
    assertThat(adjust(product, 1, " ", UUID.randomUUID().toString()).failures("adjustStock"))
        .containsExactly("REASON_LENGTH");
    assertThat(
            shop.seller()
                .now(
                    """
                    query ($id: ID!) {
                      stockMovements(productId: $id, first: 1) {
                        edges { node { kind delta reason } }
                      }
                    }
                    """,
                    Map.of("id", product))
                .<Map<String, Object>>get("stockMovements.edges[0].node"))
        .isEqualTo(Map.of("kind", "ADJUSTMENT", "delta", -2, "reason", "broken"));
  }

  @Test
  void an_inactive_warehouse_sells_nothing_until_it_is_active_again() {
    String product = shop.sell("1.00", 5);
    String there = Shop.warehouse(shop.seller(), "There");
    shop.stock(product, there, 2, 0);
    assertThat(total(product)).isEqualTo(7);

    assertThat(
            deactivate(shop.seller(), there).<Boolean>get("deactivateWarehouse.warehouse.active"))
        .isFalse();
    assertThat(total(product)).isEqualTo(5);
    assertThat(Buying.buy(Person.buyer(), product, 6).failures("checkout"))
        .containsExactly("OUT_OF_STOCK");

    Answer activated =
        shop.seller()
            .now(
                "mutation ($id: ID!) { activateWarehouse(input: {id: $id}) { warehouse { active }"
                    + " errors { code } } }",
                Map.of("id", there));
    assertThat(activated.<Boolean>get("activateWarehouse.warehouse.active")).isTrue();
    assertThat(total(product)).isEqualTo(7);
    assertThat(Buying.buy(Person.buyer(), product, 6).failures("checkout")).isEmpty();
    assertThat(deactivate(Person.seller(), there).failures("deactivateWarehouse"))
        .containsExactly("WAREHOUSE_NOT_FOUND");
  }

  @Test
  void a_warehouse_has_a_name_of_its_own_in_its_shop() {
    String there = Shop.warehouse(shop.seller(), "There");

    assertThat(rename(there, "main").failures("renameWarehouse")).containsExactly("NAME_TAKEN");
    assertThat(rename(there, "Behind").<String>get("renameWarehouse.warehouse.name"))
        .isEqualTo("Behind");
    assertThat(
            shop.seller()
                .now("{ warehouses { name active } }")
                .<List<Map<String, Object>>>get("warehouses"))
        .containsExactly(
            Map.of("name", "Behind", "active", true), Map.of("name", "Main", "active", true));
  }

  private Answer adjust(String product, int delta, String reason, String key) {
    return shop.seller()
        .now(
            ADJUST,
            Map.of(
                "product", product,
                "warehouse", shop.warehouse(),
                "delta", delta,
                "reason", reason,
                "key", key));
  }

  private static Answer deactivate(Person seller, String warehouse) {
    return seller.now(
        "mutation ($id: ID!) { deactivateWarehouse(input: {id: $id}) { warehouse { active }"
            + " errors { code } } }",
        Map.of("id", warehouse));
  }

  private Answer rename(String warehouse, String name) {
    return shop.seller()
        .now(
            """
            mutation ($id: ID!, $name: String!) {
              renameWarehouse(input: {id: $id, name: $name}) { warehouse { name } errors { code } }
            }
            """,
            Map.of("id", warehouse, "name", name));
  }

  private static int total(String product) {
    return Person.NOBODY
        .now(
            "query ($id: ID!) { product(id: $id) { availability { total } } }",
            Map.of("id", product))
        .get("product.availability.total");
  }
}
