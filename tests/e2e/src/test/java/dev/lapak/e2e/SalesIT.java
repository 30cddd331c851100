package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders listed, and what was sold added up. */
class SalesIT {

  private static final String FIGURES =
      "sales { orders units paid { amount currency } cancelled { amount } net { amount } }";

  private static final String SALES =
      """
      query ($from: DateTime!, $to: DateTime!) {
        sales(from: $from, to: $to, by: HOUR, timeZone: "Asia/Jakarta") {
          currency total { orders units net { amount } } periods { from to sales { orders } }
        }
        salesByProduct(from: $from, to: $to) {
          totalCount edges { node { product { id title } seller { name } %1$s } }
        }
      }
      """
          .formatted(FIGURES);

  private static final String BY_SELLER =
      """
      query ($from: DateTime!, $to: DateTime!) {
        salesBySeller(from: $from, to: $to, first: 100) { edges { node { seller { id } %s } } }
      }
      """
          .formatted(FIGURES);

  private final OffsetDateTime begin = OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1);
  private final Map<String, Object> anHour =
      Map.of("from", begin.toString(), "to", begin.plusHours(1).toString());

  @Test
  void a_seller_reads_what_was_sold_and_an_admin_of_whom() {
    Shop shop = Shop.open();
    String lantern = shop.sell("2.50", 10);
    String kite = shop.sell("9.99", 10);
    Person buyer = Person.buyer();
    pay(shop, buyer, lantern, 3);
    pay(shop, buyer, kite, 2);
    Buying.buy(buyer, lantern, 4);

    await()
        .atMost(Patience.LIMIT)
        .until(
            () ->
                shop.seller()
                    .now(SALES, anHour)
                    .<List<String>>get("sales[*].total.net.amount")
                    .equals(List.of("27.48")));
    Answer sold = shop.seller().now(SALES, anHour);

    assertThat(sold.<Integer>get("sales[0].total.orders")).isEqualTo(2);
    assertThat(sold.<String>get("sales[0].total.units")).isEqualTo("5");
    assertThat(sold.<String>get("sales[0].currency")).isEqualTo("GBP");
    assertThat(sold.<List<String>>get("salesByProduct.edges[*].node.product.id"))
        .containsExactly(kite, lantern);
    assertThat(sold.<List<String>>get("salesByProduct.edges[*].node.product.title"))
        .as("what products knows")
        .containsExactly("Lantern", "Lantern");
    assertThat(sold.<List<String>>get("salesByProduct.edges[*].node.sales.net.amount"))
        .containsExactly("19.98", "7.50");
    Answer all = Person.admin().now(BY_SELLER, anHour);
    assertThat(
            all.<List<String>>get(
                "salesBySeller.edges[?(@.node.seller.id == '%s')].node.sales.net.amount"
                    .formatted(shop.id())))
        .containsExactly("27.48");
    assertThat(shop.seller().now(BY_SELLER, anHour).requestError()).isEqualTo("FORBIDDEN");
    assertThat(buyer.now(SALES, anHour).body()).contains("FORBIDDEN");
  }

  @Test
  void orders_are_filtered_and_sorted_for_admins_sellers_and_buyers() {
    Shop shop = Shop.open();
    String product = shop.sell("1.00", 100);
    Person buyer = Person.buyer();
    String small = order(Buying.buy(buyer, product, 1));
    String large = order(Buying.buy(buyer, product, 9));
    String ended = order(Buying.buy(buyer, product, 5));
    buyer.now(
        "mutation ($id: ID!) { cancelOrder(input: {orderId: $id}) { errors { code } } }",
        Map.of("id", ended));

    String ofShop = "filter: {sellerId: \"%s\", status: [PENDING_PAYMENT]}".formatted(shop.id());
    assertThat(ids(Person.admin(), "orders(%s, sort: TOTAL_DESC)".formatted(ofShop)))
        .containsExactly(large, small);
    assertThat(ids(shop.seller(), "sellerOrders(sort: OLDEST)"))
        .containsExactly(small, large, ended);
    assertThat(
            ids(
                buyer,
                "myOrders(filter: {total: {currency: \"GBP\", min: \"2\"}, placedFrom: \"%s\"})"
                    .formatted(begin)))
        .containsExactly(ended, large);
    assertThat(buyer.now("{ orders { totalCount } }").requestError()).isEqualTo("FORBIDDEN");
    assertThat(
            buyer
                .now("{ me { orders(sort: TOTAL_ASC) { edges { node { id } } } } }")
                .<List<String>>get("me.orders.edges[*].node.id"))
        .containsExactly(small, ended, large);
  }

  @Test
  void what_was_paid_waits_in_the_queue_until_it_is_confirmed() {
    Shop shop = Shop.open();
    String product = shop.sell("1.00", 100);
    Person buyer = Person.buyer();
    String early = order(Buying.buy(buyer, product, 1));
    String late = order(Buying.buy(buyer, product, 2));
    Proofs.approve(shop.seller(), Proofs.handIn(buyer, late));
    Proofs.approve(shop.seller(), Proofs.handIn(buyer, early));

    assertThat(ids(shop.seller(), "confirmationQueue(first: 10)")).containsExactly(late, early);
    shop.seller()
        .now(
            "mutation ($id: ID!) { confirmOrder(input: {orderId: $id}) { errors { code } } }",
            Map.of("id", late));

    assertThat(ids(shop.seller(), "confirmationQueue")).containsExactly(early);
    assertThat(ids(shop.seller(), "confirmedOrders")).containsExactly(late);
    assertThat(ids(Person.admin(), "confirmedOrders(first: 100)")).contains(late);
    assertThat(buyer.now("{ confirmationQueue { totalCount } }").requestError())
        .isEqualTo("FORBIDDEN");
  }

  private static List<String> ids(Person person, String list) {
    return person
        .now("{ list: " + list + " { edges { node { id } } } }")
        .get("list.edges[*].node.id");
  }

  private static void pay(Shop shop, Person buyer, String product, int quantity) {
    String order = order(Buying.buy(buyer, product, quantity));
    Proofs.approve(shop.seller(), Proofs.handIn(buyer, order));
  }

  private static String order(Answer bought) {
    return bought.get("checkout.purchase.orders[0].id");
  }
}
