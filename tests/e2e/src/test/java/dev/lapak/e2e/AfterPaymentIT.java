package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of an order that is paid, and of its money and goods. */
class AfterPaymentIT {

  private static final String ORDER =
      """
      id status version allowedActions paidAt confirmedAt
      shipment { carrier trackingNumber trackingUrl shippedAt }
      timeline { sequence type status by user { id name } reason }
      payments { id method status amount { amount currency } note refundNote }
      """;

  private static final String READ = "query ($id: ID!) { order(id: $id) { " + ORDER + " } }";

  private static final String MARK_PAID =
      """
      mutation ($id: ID!) {
        markPaid(input: {orderId: $id, note: "Seen on the statement"}) {
          order { status } payment { id method status } errors { code }
        }
      }
      """;

  @Test
  void a_paid_order_is_confirmed_shipped_delivered_and_completed() {
    Shop shop = Shop.open();
    String product = shop.sell("2.50", 10);
    Person buyer = Person.buyer();
    String order = order(Buying.buy(buyer, product, 3));
    Proofs.approve(shop.seller(), Proofs.handIn(buyer, order));

    assertThat(moved(shop.seller(), "confirmOrder", "ConfirmOrderInput", order))
        .isEqualTo("PROCESSING");
    Answer shipped =
        shop.seller()
            .now(
                """
                mutation ($id: ID!) {
                  shipOrder(input: {
                    orderId: $id, carrier: "Pos Indonesia", trackingNumber: "EE 123",
                    trackingUrl: "https://pos.example/EE123"
                  }) { order { status shipment { trackingNumber } } errors { code status } }
                }
                """,
                Map.of("id", order));
    assertThat(shipped.<String>get("shipOrder.order.shipment.trackingNumber")).isEqualTo("EE 123");
    assertThat(moved(buyer, "deliverOrder", "DeliverOrderInput", order)).isEqualTo("DELIVERED");
    assertThat(moved(buyer, "completeOrder", "CompleteOrderInput", order)).isEqualTo("COMPLETED");

    Answer read = buyer.now(READ, Map.of("id", order));
    assertThat(read.<List<String>>get("order.timeline[*].type"))
        .containsExactly(
            "PLACED",
            "PROOF_SUBMITTED",
            "PAYMENT_APPROVED",
            "CONFIRMED",
            "SHIPPED",
            "DELIVERED",
            "COMPLETED");
    assertThat(read.<List<String>>get("order.timeline[*].by"))
        .containsExactly("BUYER", "BUYER", "SELLER", "SELLER", "SELLER", "BUYER", "BUYER");
    assertThat(read.<String>get("order.timeline[0].user.name")).isEqualTo("Somebody");
    assertThat(read.<String>get("order.payments[0].status")).isEqualTo("SETTLED");
    assertThat(read.<List<String>>get("order.allowedActions")).isEmpty();
    await()
        .atMost(Patience.LIMIT)
        .untilAsserted(
            () -> assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(7, 7, 0, 7)));
  }

  @Test
  void a_confirmed_order_that_is_cancelled_gives_its_goods_back_and_its_money_is_refunded() {
    Shop shop = Shop.open();
    String product = shop.sell("2.50", 10);
    Person buyer = Person.buyer();
    String order = order(Buying.buy(buyer, product, 3));
    Answer marked = Person.admin().now(MARK_PAID, Map.of("id", order));
    assertThat(marked.<String>get("markPaid.order.status")).isEqualTo("PAID");
    moved(shop.seller(), "confirmOrder", "ConfirmOrderInput", order);
    await()
        .atMost(Patience.LIMIT)
        .untilAsserted(
            () -> assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(7, 7, 0, 7)));

    String cancel =
        """
        mutation ($id: ID!) {
          cancelOrder(input: {orderId: $id, reason: "Broken"}) { order { status } errors { code status } }
        }
        """;
    assertThat(buyer.now(cancel, Map.of("id", order)).failures("cancelOrder"))
        .containsExactly("WRONG_STATUS");
    shop.seller().now(cancel, Map.of("id", order));

    await()
        .atMost(Patience.LIMIT)
        .untilAsserted(
            () -> assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(10, 10, 0, 10)));
    String payment = marked.get("markPaid.payment.id");
    Answer owed =
        shop.seller()
            .now(
                "{ payments(status: REFUND_DUE) { totalCount edges { node { id order { id } } } } }");
    assertThat(owed.<List<String>>get("payments.edges[*].node.id")).containsExactly(payment);
    String refund =
        """
        mutation ($id: ID!) {
          recordRefund(input: {paymentId: $id, note: "Sent back"}) {
            payment { status refundNote } errors { code status }
          }
        }
        """;
    assertThat(buyer.now(refund, Map.of("id", payment)).failures("recordRefund"))
        .containsExactly("PAYMENT_NOT_FOUND");
    assertThat(
            shop.seller()
                .now(refund, Map.of("id", payment))
                .<String>get("recordRefund.payment.status"))
        .isEqualTo("REFUNDED");
    assertThat(
            buyer
                .now(
                    "query ($id: ID!) { payment(id: $id) { refundNote amount { amount } } }",
                    Map.of("id", payment))
                .<String>get("payment.refundNote"))
        .isEqualTo("Sent back");
  }

  @Test
  void a_buyer_puts_the_deadline_off_once_and_late_money_pays_what_can_still_be_had() {
    Shop shop = Shop.open();
    String product = shop.sell("2.50", 10);
    Person buyer = Person.buyer();
    String waiting = order(Buying.buyFor(buyer, product, 1, 60));
    String extend =
        """
        mutation ($id: ID!) {
          extendDeadline(input: {orderId: $id}) { order { version allowedActions } errors { code } }
        }
        """;
    for (int i = 0; i < 2; i++) {
      Answer extended = buyer.now(extend, Map.of("id", waiting));
      assertThat(extended.<Integer>get("extendDeadline.order.version")).isEqualTo(2);
      assertThat(extended.<List<String>>get("extendDeadline.order.allowedActions"))
          .containsExactly("SUBMIT_PAYMENT_PROOF", "CANCEL");
    }

    String late = order(Buying.buyFor(buyer, product, 4, 5));
    await()
        .atMost(Patience.LIMIT)
        .until(
            () ->
                buyer.now(READ, Map.of("id", late)).<String>get("order.status").equals("EXPIRED"));
    Answer marked = Person.admin().now(MARK_PAID, Map.of("id", late));
    assertThat(marked.<String>get("markPaid.order.status")).isEqualTo("PAID");
    assertThat(marked.<String>get("markPaid.payment.status")).isEqualTo("SETTLED");
    await()
        .atMost(Patience.LIMIT)
        .untilAsserted(
            () -> assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(5, 6, 1, 5)));
  }

  @Test
  void an_order_in_rupiahs_is_paid_at_midtrans_as_its_notification_says() {
    Shop shop = Shop.open("IDR");
    String product = shop.sellIn("IDR", "15000", 3);
    Person buyer = Person.buyer();
    String order = order(Buying.buy(buyer, product, 2));
    String start =
        """
        mutation ($id: ID!) {
          startPayment(input: {orderId: $id, method: MIDTRANS}) {
            payment { id status reference page { url token } } errors { code }
          }
        }
        """;
    Answer started = buyer.now(start, Map.of("id", order));
    assertThat(started.<String>get("startPayment.payment.status")).isEqualTo("PENDING");
    assertThat(started.<String>get("startPayment.payment.page.url"))
        .startsWith(Lapak.MIDTRANS.url());
    assertThat(buyer.now(start, Map.of("id", order)).<String>get("startPayment.payment.id"))
        .isEqualTo(started.<String>get("startPayment.payment.id"));
    String reference = started.get("startPayment.payment.reference");

    assertThat(Lapak.MIDTRANS.notifiesOfSettlement(reference, "another key")).isEqualTo(403);
    assertThat(buyer.now(READ, Map.of("id", order)).<String>get("order.status"))
        .isEqualTo("PENDING_PAYMENT");
    for (int i = 0; i < 3; i++) {
      assertThat(Lapak.MIDTRANS.notifiesOfSettlement(reference, Midtrans.SERVER_KEY))
          .isEqualTo(200);
    }

    Answer paid = buyer.now(READ, Map.of("id", order));
    assertThat(paid.<String>get("order.status")).isEqualTo("PAID");
    assertThat(paid.<List<String>>get("order.timeline[*].by")).containsExactly("BUYER", "PROVIDER");
    assertThat(paid.<List<String>>get("order.payments[*].status")).containsExactly("SETTLED");
    await()
        .atMost(Patience.LIMIT)
        .untilAsserted(
            () -> assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(1, 1, 0, 1)));

    String pounds = order(Buying.buy(buyer, Shop.open().sell("1.00", 1), 1));
    assertThat(buyer.now(start, Map.of("id", pounds)).failures("startPayment"))
        .containsExactly("METHOD_NOT_AVAILABLE");
  }

  private static String order(Answer bought) {
    return bought.get("checkout.purchase.orders[0].id");
  }

  private static String moved(Person person, String mutation, String input, String order) {
    return person
        .now(
            "mutation ($input: %s!) { %s(input: $input) { order { status } errors { code status } } }"
                .formatted(input, mutation),
            Map.of("input", Map.of("orderId", order)))
        .get(mutation + ".order.status");
  }
}
