package dev.lapak.e2e;

import static dev.lapak.e2e.Buying.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One subgraph sleeps. */
class SubgraphDownIT {

  @AfterEach
  void wakeUp() {
    Lapak.running().cable("inventory").mend();
    await()
        .atMost(Patience.LIMIT)
        .until(
            () ->
                !Person.NOBODY
                    .now("{ products(first: 1) { edges { node { availability { total } } } } }")
                    .hasRequestErrors());
  }

  @Test
  void the_rest_of_an_answer_stands() {
    Shop shop = Shop.open();
    String product = shop.sell("2.55", 5);
    Lapak.running().cable("inventory").cut();

    Answer answer =
        Person.NOBODY.now(
            "query ($id: ID!) { product(id: $id) { title seller { name } availability { total } } }",
            Map.of("id", product));

    assertThat(answer.<String>get("product.title")).isEqualTo("Lantern");
    assertThat(answer.<String>get("product.seller.name")).startsWith("Shop of");
    assertThat(answer.<Object>get("product.availability")).as("unknown is not 0").isNull();
    assertThat(answer.requestError()).isEqualTo("SUBGRAPH_UNAVAILABLE");
    assertThat(answer.body()).doesNotContain("127.0.0.1", "inventory", "onnect", "valueCompletion");
  }

  @Test
  void a_checkout_buys_nothing_says_so_and_works_with_the_same_key_later() {
    Shop shop = Shop.open();
    String product = shop.sell("2.55", 5);
    Person buyer = Person.buyer();
    String key = Buying.key();
    Lapak.running().cable("inventory").cut();

    Answer failed = Patience.await(Buying.checkout(buyer, key, List.of(line(product, 1))));
    assertThat(failed.failures("checkout")).containsExactly("TRY_AGAIN");
    assertThat(buyer.now("{ myOrders { totalCount } }").<Integer>get("myOrders.totalCount"))
        .isZero();

    wakeUp();
    Answer made = Patience.await(Buying.checkout(buyer, key, List.of(line(product, 1))));
    assertThat(made.failures("checkout")).isEmpty();
    assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(4, 5, 1, 4));
  }

  @Test
  void an_approval_is_settled_when_inventory_is_back() {
    Shop shop = Shop.open();
    String product = shop.sell("2.55", 5);
    Person buyer = Person.buyer();
    String order = Buying.buy(buyer, product, 2).get("checkout.purchase.orders[0].id");
    String proof = Proofs.handIn(buyer, order);
    Lapak.running().cable("inventory").cut();

    assertThat(Proofs.approve(shop.seller(), proof).<String>get("approvePayment.order.status"))
        .isEqualTo("PAID");

    wakeUp();
    await()
        .atMost(Patience.LIMIT)
        .untilAsserted(
            () -> assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(3, 3, 0, 3)));
  }
}
