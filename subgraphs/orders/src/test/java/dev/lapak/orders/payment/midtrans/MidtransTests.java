package dev.lapak.orders.payment.midtrans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.Midtrans;
import dev.lapak.orders.testing.Neighbour.Mood;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Stock.Status;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestCallers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OrdersTest
class MidtransTests {

  private static final Duration SETTLED = Duration.ofSeconds(5);

  @Autowired World world;
  @Autowired People people;
  @Autowired SubgraphTester subgraph;
  @Autowired JdbcTemplate checks;

  Person buyer;
  Person seller;
  UUID product;
  String order;

  @BeforeEach
  void an_order_in_rupiahs() {
    world.reset();
    // Nothing of earlier tests is asked for.
    checks.update(
        "UPDATE payment SET status = 'FAILED', next_poll = NULL WHERE status = 'PENDING'");
    World.Shop shop = world.shop("IDR");
    product = world.product(shop, "12500", 10);
    buyer = people.buyer();
    seller = people.seller(shop);
    order = buyer.buy(product, 2, 3_600).get("id").asString();
  }

  // Starting

  @Test
  void a_buyer_is_sent_to_the_page_of_the_payment() {
    JsonNode payment = started();

    assertThat(payment.get("status").asString()).isEqualTo("PENDING");
    assertThat(payment.get("page").get("url").asString()).startsWith(world.midtrans.url());
    assertThat(payment.get("page").get("token").asString()).isNotEmpty();
    JsonNode request = world.midtrans.lastRequest();
    assertThat(request.at("/transaction_details/order_id").asString())
        .isEqualTo(payment.get("reference").asString());
    assertThat(request.at("/transaction_details/gross_amount").asLong()).isEqualTo(25_000);
    assertThat(request.at("/expiry/unit").asString()).isEqualTo("minute");
    assertThat(request.at("/expiry/duration").asLong()).isBetween(59L, 60L);
    assertThat(request.at("/expiry/start_time").asString())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(request.at("/page_expiry/duration").asLong()).isBetween(59L, 60L);
    assertThat(buyer.order(order).get("payments").get(0).get("page").isNull()).isFalse();
    assertThat(seller.order(order).get("payments").get(0).get("page").isNull()).isTrue();
  }

  @Test
  void starting_again_is_the_same_payment() {
    JsonNode first = started();
    assertThat(started()).isEqualTo(first);
    assertThat(world.midtrans.begun()).isOne();
  }

  @RepeatedTest(3)
  void starting_many_times_at_once_is_one_payment() {
    List<JsonNode> answers = Race.of(8, i -> started().get("id"));
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(buyer.order(order).get("payments")).hasSize(1);
    assertThat(buyer.order(order).get("payments").get(0).get("page").isNull()).isFalse();
  }

  @Test
  void only_whole_rupiahs_are_paid_here() {
    String pounds = buyer.buy(world.product(1)).get("id").asString();
    assertThat(code(buyer.startPayment(pounds, "MIDTRANS"))).isEqualTo("METHOD_NOT_AVAILABLE");
    assertThat(code(buyer.startPayment(order, "BANK_TRANSFER"))).isEqualTo("METHOD_NOT_AVAILABLE");
    assertThat(code(buyer.startPayment(order, "MANUAL"))).isEqualTo("METHOD_NOT_AVAILABLE");
    UUID odd = world.product(world.shop("IDR"), "0.50", 1);
    String sens = buyer.buy(odd).get("id").asString();
    assertThat(code(buyer.startPayment(sens, "MIDTRANS"))).isEqualTo("METHOD_NOT_AVAILABLE");
    assertThat(methods(order)).isEqualTo("[\"BANK_TRANSFER\",\"MIDTRANS\"]");
    assertThat(methods(pounds)).isEqualTo("[\"BANK_TRANSFER\"]");
  }

  @Test
  void only_a_buyer_starts_and_only_what_waits() {
    assertThat(code(seller.startPayment(order, "MIDTRANS"))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(people.admin().startPayment(order, "MIDTRANS"))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(buyer.startPayment("what?", "MIDTRANS"))).isEqualTo("ORDER_NOT_FOUND");
    checks.update("UPDATE orders SET expires_at = now() WHERE id = ?::uuid", order);
    assertThat(code(buyer.startPayment(order, "MIDTRANS"))).isEqualTo("DEADLINE_PASSED");
    String cancelled = buyer.buy(product).get("id").asString();
    buyer.cancel(cancelled, null);
    assertThat(code(buyer.startPayment(cancelled, "MIDTRANS"))).isEqualTo("WRONG_STATUS");
  }

  @Test
  void what_midtrans_does_not_answer_is_tried_again_and_what_it_refuses_is_not() {
    world.midtrans.fails(503);
    assertThat(code(buyer.startPayment(order, "MIDTRANS"))).isEqualTo("TRY_AGAIN");
    world.midtrans.fails(0);
    started();
    assertThat(buyer.order(order).get("payments")).hasSize(1);

    String other = buyer.buy(product).get("id").asString();
    world.midtrans.fails(401);
    assertThat(code(buyer.startPayment(other, "MIDTRANS"))).isEqualTo("METHOD_NOT_AVAILABLE");
    assertThat(buyer.order(other).get("payments").get(0).get("status").asString())
        .isEqualTo("FAILED");
    world.midtrans.fails(0);
    assertThat(buyer.startPayment(other, "MIDTRANS").get("errors")).isEmpty();
  }

  @Test
  void an_extended_order_gets_another_page_when_the_first_is_over() {
    JsonNode first = started();
    buyer.extendDeadline(order);
    assertThat(started().get("id")).isEqualTo(first.get("id"));
    checks.update(
        "UPDATE payment SET expires_at = now() WHERE id = ?::uuid", first.get("id").asString());
    JsonNode second = started();
    assertThat(second.get("id")).isNotEqualTo(first.get("id"));
    assertThat(world.midtrans.lastRequest().at("/expiry/duration").asLong())
        .isBetween(1_499L, 1_500L);
  }

  // Hearing

  @Test
  void a_settlement_pays_the_order() {
    String reference = reference();
    world.midtrans.becomes(reference, "settlement", null);
    assertThat(said(world.midtrans.notification(reference))).isEqualTo(200);

    JsonNode paid = buyer.order(order);
    assertThat(paid.get("status").asString()).isEqualTo("PAID");
    assertThat(paid.get("payments").get(0).get("status").asString()).isEqualTo("SETTLED");
    assertThat(paid.get("payments").get(0).get("page").isNull()).isTrue();
    assertThat(paid.get("timeline").get(1).get("type").asString()).isEqualTo("PAID");
    assertThat(paid.get("timeline").get(1).get("by").asString()).isEqualTo("PROVIDER");
    assertThat(paid.get("timeline").get(1).get("user").isNull()).isTrue();
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 8);
  }

  @Test
  void a_notification_told_again_or_late_changes_nothing() {
    String reference = reference();
    Map<String, Object> settled = world.midtrans.notification(reference, "settlement");
    for (String late : List.of("pending", "settlement", "expire", "deny", "cancel", "capture")) {
      said(settled);
      assertThat(said(world.midtrans.notification(reference, late))).isEqualTo(200);
    }
    assertThat(buyer.order(order).get("payments").get(0).get("status").asString())
        .isEqualTo("SETTLED");
    assertThat(sequences()).containsExactly(1, 2);
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 8);
  }

  @Test
  void money_that_comes_after_it_was_given_up_has_come() {
    String reference = reference();
    said(world.midtrans.notification(reference, "expire"));
    assertThat(buyer.order(order).get("payments").get(0).get("status").asString())
        .isEqualTo("FAILED");
    said(world.midtrans.notification(reference, "settlement"));
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PAID");
    assertThat(buyer.order(order).get("payments").get(0).get("status").asString())
        .isEqualTo("SETTLED");
  }

  @ParameterizedTest
  @CsvSource({
    "capture, accept, PAID, SETTLED",
    "capture, challenge, PENDING_PAYMENT, PENDING",
    "capture, deny, PENDING_PAYMENT, PENDING",
    "settlement, , PAID, SETTLED",
    "pending, , PENDING_PAYMENT, PENDING",
    "authorize, , PENDING_PAYMENT, PENDING",
    "deny, , PENDING_PAYMENT, PENDING",
    "cancel, , PENDING_PAYMENT, FAILED",
    "expire, , PENDING_PAYMENT, FAILED",
    "failure, , PENDING_PAYMENT, FAILED",
    "something_new, , PENDING_PAYMENT, PENDING"
  })
  void each_status_means_something(
      String status, String fraud, String orderStatus, String paymentStatus) {
    String reference = reference();
    world.midtrans.becomes(reference, status, fraud);
    assertThat(said(world.midtrans.notification(reference))).isEqualTo(200);
    JsonNode now = buyer.order(order);
    assertThat(now.get("status").asString()).isEqualTo(orderStatus);
    assertThat(now.get("payments").get(0).get("status").asString()).isEqualTo(paymentStatus);
  }

  @ParameterizedTest
  @ValueSource(strings = {"refund", "chargeback"})
  void money_that_is_said_to_be_back_before_it_came_pays_nothing(String back) {
    String reference = reference();
    said(world.midtrans.notification(reference, back));
    assertThat(said(world.midtrans.notification(reference, "settlement"))).isEqualTo(200);

    JsonNode now = buyer.order(order);
    assertThat(now.get("status").asString()).isEqualTo("PENDING_PAYMENT");
    assertThat(now.at("/payments/0/status").asString()).isEqualTo("REFUNDED");
    assertThat(now.get("payments")).hasSize(1);
  }

  @Test
  void money_that_went_back_is_not_refunded_once_more() {
    String reference = reference();
    buyer.cancel(order, null);
    said(world.midtrans.notification(reference, "refund"));
    said(world.midtrans.notification(reference, "settlement"));
    assertThat(buyer.order(order).at("/payments/0/status").asString()).isEqualTo("REFUNDED");
  }

  @Test
  void money_that_the_provider_takes_from_a_paid_order_is_noted_and_the_order_stays() {
    String reference = reference();
    said(world.midtrans.notification(reference, "settlement"));
    said(world.midtrans.notification(reference, "partial_refund"));
    assertThat(buyer.order(order).at("/payments/0/status").asString()).isEqualTo("SETTLED");
    said(world.midtrans.notification(reference, "refund"));
    said(world.midtrans.notification(reference, "settlement"));
    JsonNode now = buyer.order(order);
    assertThat(now.get("status").asString()).isEqualTo("PAID");
    assertThat(now.at("/payments/0/status").asString()).isEqualTo("REFUNDED");

    buyer.cancel(order, null);
    assertThat(buyer.order(order).at("/payments/0/status").asString()).isEqualTo("REFUNDED");
  }

  @Test
  void an_order_whose_money_was_taken_back_is_paid_anew() {
    String reference = reference();
    said(world.midtrans.notification(reference, "settlement"));
    said(world.midtrans.notification(reference, "chargeback"));

    JsonNode anew = people.admin().markPaid(order, "by transfer");

    assertThat(anew.get("payment").get("status").asString()).isEqualTo("SETTLED");
    assertThat(anew.get("order").get("status").asString()).isEqualTo("PAID");
    assertThat(people.admin().markPaid(order, "once more").get("payment").get("id"))
        .isEqualTo(anew.get("payment").get("id"));
    assertThat(sequences()).containsExactly(1, 2);
  }

  @RepeatedTest(3)
  void notifications_that_come_at_once_pay_once() {
    String reference = reference();
    Map<String, Object> settled = world.midtrans.notification(reference, "settlement");
    Map<String, Object> expired = world.midtrans.notification(reference, "expire");

    Race.of(10, i -> said(i % 3 == 0 ? expired : settled));

    assertThat(sequences()).containsExactly(1, 2);
    assertThat(buyer.order(order).get("payments").get(0).get("status").asString())
        .isEqualTo("SETTLED");
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 8);
  }

  @RepeatedTest(5)
  void paying_and_cancelling_at_once_ends_cancelled_and_the_money_goes_back() {
    String reference = reference();
    Map<String, Object> settled = world.midtrans.notification(reference, "settlement");

    Race.of(6, i -> i % 2 == 0 ? said(settled) : buyer.cancel(order, null));

    assertThat(buyer.order(order).get("status").asString()).isEqualTo("CANCELLED");
    assertThat(buyer.order(order).get("payments").get(0).get("status").asString())
        .isEqualTo("REFUND_DUE");
    await().atMost(SETTLED).until(() -> world.stock.free(product) == 10);
    said(world.midtrans.notification(reference, "refund"));
    assertThat(buyer.order(order).get("payments").get(0).get("status").asString())
        .isEqualTo("REFUNDED");
  }

  @Test
  void a_second_payment_of_a_paid_order_is_to_be_refunded() {
    String reference = reference();
    people.admin().markPaid(order, "seen");
    said(world.midtrans.notification(reference, "settlement"));
    assertThat(
            buyer
                .order(order)
                .get("payments")
                .valueStream()
                .map(p -> p.get("method").asString() + " " + p.get("status").asString()))
        .containsExactlyInAnyOrder("MANUAL SETTLED", "MIDTRANS REFUND_DUE");
    assertThat(buyer.order(order).get("version").asInt()).isEqualTo(2);
  }

  @Test
  void money_for_an_expired_order_reserves_again_or_is_to_be_refunded() {
    String reference = reference();
    expire(order);
    said(world.midtrans.notification(reference, "settlement"));
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PAID");
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 8);
    assertThat(world.stock.count(product, Status.COMMITTED)).isOne();

    String other = buyer.buy(product, 8, 3_600).get("id").asString();
    String second =
        buyer.startPayment(other, "MIDTRANS").get("payment").get("reference").asString();
    expire(other);
    buyer.buy(product);
    said(world.midtrans.notification(second, "settlement"));
    assertThat(buyer.order(other).get("status").asString()).isEqualTo("EXPIRED");
    assertThat(buyer.order(other).get("payments").get(0).get("status").asString())
        .isEqualTo("REFUND_DUE");
  }

  @Test
  void without_inventory_midtrans_is_asked_to_say_it_again() {
    String reference = reference();
    Map<String, Object> settled = world.midtrans.notification(reference, "settlement");
    world.inventory.is(Mood.FAILING);
    assertThat(said(settled)).isEqualTo(503);
    world.inventory.is(Mood.WELL);
    assertThat(said(settled)).isEqualTo(200);
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PAID");
  }

  // Not believing

  @ParameterizedTest
  @ValueSource(
      strings = {"signature_key", "gross_amount", "status_code", "order_id", "transaction_status"})
  void a_notification_without_all_of_it_is_none(String field) {
    Map<String, Object> said =
        new HashMap<>(world.midtrans.notification(reference(), "settlement"));
    said.remove(field);
    assertThat(said(said)).isEqualTo(400);
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PENDING_PAYMENT");
  }

  @ParameterizedTest
  @CsvSource({
    "gross_amount, 1.00",
    "status_code, 201",
    "signature_key, 00",
    "signature_key, ''",
    "order_id, somebody else's"
  })
  void a_notification_that_was_changed_is_not_believed(String field, String value) {
    Map<String, Object> said =
        new HashMap<>(world.midtrans.notification(reference(), "settlement"));
    said.put(field, value);
    assertThat(said(said)).isEqualTo(403);
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PENDING_PAYMENT");
  }

  @Test
  void another_amount_pays_nothing_though_it_was_signed() {
    String reference = reference();
    Map<String, Object> said = new HashMap<>(world.midtrans.notification(reference, "settlement"));
    said.put("gross_amount", "24999.00");
    said.put("signature_key", Midtrans.signature(reference, "200", "24999.00"));
    assertThat(said(said)).isEqualTo(200);
    JsonNode now = buyer.order(order);
    assertThat(now.get("status").asString()).isEqualTo("PENDING_PAYMENT");
    assertThat(now.at("/payments/0/status").asString()).isEqualTo("REFUND_DUE");
    assertThat(now.at("/payments/0/amount/amount").asString()).isEqualTo("24999.00");
    assertThat(started().get("reference").asString()).isNotEqualTo(reference);
  }

  @Test
  void what_is_unknown_here_is_heard_and_forgotten() {
    Map<String, Object> said =
        new HashMap<>(world.midtrans.notification(reference(), "settlement"));
    said.put("order_id", "payment_notif_test_G141532850");
    said.put(
        "signature_key", Midtrans.signature("payment_notif_test_G141532850", "200", "25000.00"));
    assertThat(said(said)).isEqualTo(200);
  }

  @Test
  void what_has_a_zero_character_is_refused() {
    Map<String, Object> said =
        new HashMap<>(world.midtrans.notification(reference(), "settlement"));
    said.put("order_id", "a\0b");
    said.put("signature_key", Midtrans.signature("a\0b", "200", "25000.00"));
    assertThat(said(said)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{}", "\"x\"", "{\"order_id\": {\"a\": 1}}"})
  void what_is_no_notification_is_refused(String body) {
    assertThat(post(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), "edge")).isEqualTo(400);
  }

  @Test
  void only_the_edge_passes_notifications_on() {
    byte[] body =
        JsonMapper.shared()
            .writeValueAsBytes(world.midtrans.notification(reference(), "settlement"));
    assertThat(post(body, "router")).isEqualTo(403);
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PENDING_PAYMENT");
  }

  // Asking

  @Test
  void what_midtrans_does_not_tell_is_asked_for() {
    String reference = reference();
    world.midtrans.becomes(reference, "settlement", null);
    ask();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> buyer.order(order).get("status").asString().equals("PAID"));
  }

  @Test
  void what_nobody_began_to_pay_is_given_up_after_its_end() throws InterruptedException {
    String reference = reference();
    ask();
    Thread.sleep(4_000);
    assertThat(buyer.order(order).get("payments").get(0).get("status").asString())
        .isEqualTo("PENDING");
    checks.update(
        "UPDATE payment SET expires_at = now() - interval '61 minutes' WHERE reference = ?",
        reference);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                buyer
                    .order(order)
                    .get("payments")
                    .get(0)
                    .get("status")
                    .asString()
                    .equals("FAILED"));
  }

  @Test
  void one_that_can_not_be_asked_for_is_asked_for_later() {
    String reference = reference();
    world.midtrans.becomes(reference, "settlement", null);
    world.midtrans.fails(500);
    ask();
    await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(this::waits);
    world.midtrans.fails(0);
    await().atMost(Duration.ofSeconds(20)).until(() -> !waits());
  }

  private boolean waits() {
    return buyer.order(order).get("status").asString().equals("PENDING_PAYMENT");
  }

  /** Now, not in a minute. */
  private void ask() {
    checks.update("UPDATE payment SET next_poll = now() WHERE status = 'PENDING'");
  }

  private JsonNode started() {
    JsonNode answer = buyer.startPayment(order, "MIDTRANS");
    assertThat(answer.get("errors")).isEmpty();
    return answer.get("payment");
  }

  private String reference() {
    return started().get("reference").asString();
  }

  private String methods(String of) {
    return buyer
        .ask("query ($id: ID!) { order(id: $id) { paymentMethods } }", Map.of("id", of))
        .get("order")
        .get("paymentMethods")
        .toString();
  }

  private int said(Map<String, Object> notification) {
    return post(JsonMapper.shared().writeValueAsBytes(notification), "edge");
  }

  private int post(byte[] body, String caller) {
    return subgraph
        .web()
        .post()
        .uri("/webhooks/midtrans")
        .header(Caller.HEADER, TestCallers.header(caller))
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .bodyValue(body)
        .exchange()
        .returnResult(String.class)
        .getStatus()
        .value();
  }

  private void expire(String which) {
    checks.update("UPDATE orders SET expires_at = now() WHERE id = ?::uuid", which);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> buyer.order(which).get("status").asString().equals("EXPIRED"));
    await().atMost(SETTLED).until(() -> world.stock.count(product, Status.ACTIVE) == 0);
  }

  private List<Integer> sequences() {
    return checks.queryForList(
        "SELECT seq FROM outbox WHERE stream = ?::uuid ORDER BY seq", Integer.class, order);
  }

  private static String code(JsonNode answer) {
    assertThat(answer.get("payment").isNull()).isTrue();
    return answer.get("errors").get(0).get("code").asString();
  }
}
