package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders that nobody pays. */
class ExpiryIT {

  @Test
  void an_unpaid_order_expires_and_its_stock_is_free_again() {
    Shop shop = Shop.open();
    String product = shop.sell("2.55", 5);
    Person buyer = Person.buyer();
    String order = Buying.buyFor(buyer, product, 5, 5).get("checkout.purchase.orders[0].id");
    assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(0, 5, 5, 0));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(status(buyer, order)).isEqualTo("EXPIRED");
              assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(5, 5, 0, 5));
            });
    Answer tooLate =
        buyer.now(
            "mutation ($id: ID!) { requestProofUpload(input: {orderId: $id}) { errors { code status } } }",
            Map.of("id", order));
    assertThat(tooLate.failures("requestProofUpload")).containsExactly("DEADLINE_PASSED");
  }

  private static String status(Person buyer, String order) {
    return buyer
        .now("query ($id: ID!) { order(id: $id) { status } }", Map.of("id", order))
        .get("order.status");
  }
}
