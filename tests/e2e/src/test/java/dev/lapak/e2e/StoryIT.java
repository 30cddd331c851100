package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.client.ClientGraphQlResponse;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** From a product to a paid order, seen live by both sides. */
class StoryIT {

  private static final String BUYER_WATCHES =
      """
      subscription ($id: ID!) {
        orderStatusChanged(orderId: $id) { cursor sequence type status order { id reason } }
      }
      """;

  private static final String SELLER_WATCHES =
      """
      subscription {
        orderEvents(scope: SELLER) {
          cursor sequence type status orderId
          order { number buyer { name } lines { title product { availability { total } } } }
        }
      }
      """;

  @Test
  void buyer_pays_seller_reviews_and_both_see_every_step_live() {
    Shop shop = Shop.open();
    String product = shop.sell("2.55", 10);
    Person buyer = Person.buyer();
    List<ClientGraphQlResponse> sellerSaw = new java.util.concurrent.CopyOnWriteArrayList<>();
    List<ClientGraphQlResponse> buyerSaw = new java.util.concurrent.CopyOnWriteArrayList<>();
    var seller = shop.seller().live(SELLER_WATCHES, Map.of()).subscribe(sellerSaw::add);
    try {
      await().pollDelay(Duration.ofSeconds(2)).atMost(Patience.LIMIT).until(() -> true);
      String order = Buying.buy(buyer, product, 3).get("checkout.purchase.orders[0].id");
      var watching = buyer.live(BUYER_WATCHES, Map.of("id", order)).subscribe(buyerSaw::add);
      String first = Proofs.handIn(buyer, order);
      assertThat(
              Proofs.reject(shop.seller(), first, "The amount is missing.")
                  .<String>get("rejectPayment.order.status"))
          .isEqualTo("PENDING_PAYMENT");
      String second = Proofs.handIn(buyer, order);
      assertThat(Proofs.approve(shop.seller(), second).<String>get("approvePayment.order.status"))
          .isEqualTo("PAID");

      List<String> steps =
          List.of(
              "PLACED",
              "PROOF_SUBMITTED",
              "PAYMENT_REJECTED",
              "PROOF_SUBMITTED",
              "PAYMENT_APPROVED");
      await()
          .atMost(Patience.LIMIT)
          .untilAsserted(
              () -> {
                assertThat(types(buyerSaw, "orderStatusChanged")).isEqualTo(steps);
                assertThat(types(sellerSaw, "orderEvents")).isEqualTo(steps);
              });
      assertThat(sequences(buyerSaw, "orderStatusChanged")).containsExactly(1, 2, 3, 4, 5);
      assertThat(
              sellerSaw
                  .getFirst()
                  .field("orderEvents.order.lines[0].product.availability.total")
                  .<Integer>getValue())
          .as("another subgraph's live fact inside the event")
          .isEqualTo(7);
      await()
          .atMost(Patience.LIMIT)
          .untilAsserted(
              () -> assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(7, 7, 0, 7)));
      watching.dispose();
    } finally {
      seller.dispose();
    }
  }

  @Test
  void a_lost_reader_resumes_after_its_cursor_without_gap_or_duplicate() {
    Shop shop = Shop.open();
    String product = shop.sell("2.55", 10);
    Person buyer = Person.buyer();
    String order = Buying.buy(buyer, product, 1).get("checkout.purchase.orders[0].id");
    String watch =
        """
        subscription ($id: ID!, $after: String) {
          orderStatusChanged(orderId: $id, after: $after) { cursor sequence type }
        }
        """;
    String cursor =
        Patience.await(
            buyer
                .live(watch, Map.of("id", order))
                .next()
                .map(event -> event.field("orderStatusChanged.cursor").<String>getValue()));
    Proofs.approve(shop.seller(), Proofs.handIn(buyer, order));

    Flux<Integer> overSse =
        buyer
            .liveOverSse(watch, Map.of("id", order, "after", cursor))
            .map(event -> event.field("orderStatusChanged.sequence").<Integer>getValue());

    StepVerifier.create(overSse.take(2)).expectNext(2, 3).expectComplete().verify(Patience.LIMIT);
  }

  @Test
  void the_seller_s_account_is_what_the_buyer_is_told_to_pay_to() {
    Shop shop = Shop.open();
    String product = shop.sell("0.8550", 10);

    Answer bought = Buying.buy(Person.buyer(), product, 3);

    String order = "checkout.purchase.orders[0].";
    assertThat(bought.<String>get(order + "lines[0].unitPrice.amount")).isEqualTo("0.855");
    // 2.565 rounds half-even to 2.56.
    assertThat(bought.<String>get(order + "lines[0].total.amount")).isEqualTo("2.56");
    assertThat(bought.<String>get(order + "total.amount")).isEqualTo("2.56");
    assertThat(bought.<String>get("checkout.purchase.totals[0].amount")).isEqualTo("2.56");
    assertThat(bought.<String>get(order + "paymentInstruction.bankAccount.number"))
        .isEqualTo("12345678");
    assertThat(bought.<String>get(order + "buyer.name")).isEqualTo("Somebody");
    assertThat(bought.<String>get(order + "lines[0].product.title")).isEqualTo("Lantern");
  }

  @Test
  void one_checkout_of_two_shops_makes_an_order_for_each() {
    Shop one = Shop.open();
    Shop other = Shop.open();
    String here = one.sell("1.00", 1);
    String there = other.sell("2.00", 1);

    Answer bought =
        Patience.await(
            Buying.checkout(
                Person.buyer(),
                Buying.key(),
                List.of(Buying.line(here, 1), Buying.line(there, 1))));

    assertThat(bought.<List<String>>get("checkout.purchase.orders[*].id")).hasSize(2);
    assertThat(bought.<String>get("checkout.purchase.totals[0].amount")).isEqualTo("3.00");
    String sold = "{ sellerOrders { totalCount edges { node { total { amount } } } } }";
    assertThat(one.seller().now(sold).<List<String>>get("sellerOrders.edges[*].node.total.amount"))
        .containsExactly("1.00");
    assertThat(
            other.seller().now(sold).<List<String>>get("sellerOrders.edges[*].node.total.amount"))
        .containsExactly("2.00");
  }

  private static List<String> types(List<ClientGraphQlResponse> events, String field) {
    return events.stream().map(e -> e.field(field + ".type").<String>getValue()).toList();
  }

  private static List<Integer> sequences(List<ClientGraphQlResponse> events, String field) {
    return events.stream().map(e -> e.field(field + ".sequence").<Integer>getValue()).toList();
  }
}
