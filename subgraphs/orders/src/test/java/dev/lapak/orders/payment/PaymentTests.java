package dev.lapak.orders.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.Neighbour.Mood;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Stock.Status;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OrdersTest
class PaymentTests {

  private static final Duration SETTLED = Duration.ofSeconds(5);

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  Person buyer;
  Person seller;
  Person admin;
  World.Shop shop;
  UUID product;
  String order;

  @BeforeEach
  void an_order() {
    world.reset();
    shop = world.shop();
    product = world.product(shop, "1.25", 10);
    buyer = people.buyer();
    seller = people.seller(shop);
    admin = people.admin();
    order = buyer.buy(product, 4, null).get("id").asString();
  }

  // What people approve and mark

  @Test
  void an_approved_proof_is_a_settled_bank_transfer() {
    assertThat(buyer.order(order).get("payments")).isEmpty();
    seller.approve(buyer.prove(order));
    JsonNode payments = buyer.order(order).get("payments");
    assertThat(payments).hasSize(1);
    assertThat(said(payments.get(0))).isEqualTo("BANK_TRANSFER SETTLED 5.00 GBP");
    assertThat(payments.get(0).get("receivedAt").isNull()).isFalse();
  }

  @Test
  void an_admin_marks_an_order_as_paid() {
    JsonNode answer = admin.markPaid(order, "  seen on the statement ");

    assertThat(answer.get("errors")).isEmpty();
    assertThat(answer.get("order").get("status").asString()).isEqualTo("PAID");
    assertThat(answer.get("payment").get("status").asString()).isEqualTo("SETTLED");
    assertThat(answer.get("payment").get("note").asString()).isEqualTo("seen on the statement");
    JsonNode entry = answer.get("order").get("timeline").get(1);
    assertThat(entry.get("type").asString()).isEqualTo("PAID");
    assertThat(entry.get("by").asString()).isEqualTo("ADMIN");
    assertThat(entry.get("reason").asString()).isEqualTo("seen on the statement");
    assertThat(answer.get("order").get("reason").isNull()).isTrue();
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 6);
    assertThat(world.stock.count(product, Status.COMMITTED)).isOne();
  }

  @Test
  void an_order_under_review_can_be_marked_and_its_proof_is_late_then() {
    String proof = buyer.prove(order);
    assertThat(admin.markPaid(order, "seen").get("order").get("status").asString())
        .isEqualTo("PAID");
    JsonNode late = seller.approve(proof).get("errors").get(0);
    assertThat(late.get("code").asString()).isEqualTo("WRONG_STATUS");
    assertThat(late.get("message").asString())
        .isEqualTo("The order is PAID: no proof is waited for.");
    assertThat(buyer.order(order).get("payments")).hasSize(1);
  }

  @Test
  void marking_again_or_what_is_paid_changes_nothing() {
    admin.markPaid(order, "seen");
    JsonNode again = people.admin().markPaid(order, "seen too");
    assertThat(again.get("payment").get("note").asString()).isEqualTo("seen");
    assertThat(again.get("order").get("version").asInt()).isEqualTo(2);

    String other = buyer.buy(product).get("id").asString();
    seller.approve(buyer.prove(other));
    assertThat(admin.markPaid(other, "seen").get("payment").get("method").asString())
        .isEqualTo("BANK_TRANSFER");
    assertThat(buyer.order(other).get("payments")).hasSize(1);
  }

  @Test
  void only_admins_mark_and_they_say_why() {
    String mutation =
        "mutation ($id: ID!) { markPaid(input: {orderId: $id, note: \"x\"}) { errors { code } } }";
    assertThat(buyer.failure(mutation, Map.of("id", order))).isEqualTo("FORBIDDEN");
    assertThat(seller.failure(mutation, Map.of("id", order))).isEqualTo("FORBIDDEN");
    assertThat(code(admin.markPaid(order, " "))).isEqualTo("NOTE_LENGTH");
    assertThat(code(admin.markPaid(order, "x".repeat(501)))).isEqualTo("NOTE_LENGTH");
    assertThat(code(admin.markPaid(UUID.randomUUID(), "x"))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(admin.markPaid("what?", "x"))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PENDING_PAYMENT");
  }

  @Test
  void without_inventory_nothing_is_marked() {
    world.inventory.is(Mood.FAILING);
    assertThat(code(admin.markPaid(order, "seen"))).isEqualTo("TRY_AGAIN");
    world.inventory.is(Mood.WELL);
    assertThat(buyer.order(order).get("payments")).isEmpty();
    assertThat(admin.markPaid(order, "seen").get("errors")).isEmpty();
  }

  @RepeatedTest(3)
  void marking_many_times_at_once_pays_and_commits_once() {
    List<JsonNode> answers = Race.of(12, i -> admin.markPaid(order, "seen " + i));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(
            answers.stream().map(answer -> answer.get("payment").get("id").asString()).distinct())
        .hasSize(1);
    assertThat(sequences()).containsExactly(1, 2);
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 6);
  }

  @RepeatedTest(10)
  void marking_and_approving_at_once_is_one_payment() {
    String proof = buyer.prove(order);
    List<JsonNode> answers =
        Race.of(8, i -> i % 2 == 0 ? admin.markPaid(order, "seen") : seller.approve(proof));

    JsonNode paid = buyer.order(order);
    assertThat(paid.get("status").asString()).isEqualTo("PAID");
    assertThat(paid.get("payments")).hasSize(1);
    boolean marked = paid.get("payments").get(0).get("method").asString().equals("MANUAL");
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).get("errors").isEmpty()).isEqualTo(i % 2 == 0 || !marked);
      assertThat(answers.get(i).at("/order/status").asString("PAID")).isEqualTo("PAID");
    }
    assertThat(sequences()).containsExactly(1, 2, 3);
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 6);
  }

  // Money that goes back

  @Test
  void what_was_paid_for_a_cancelled_order_is_to_be_refunded_and_then_is() {
    seller.approve(buyer.prove(order));
    seller.cancel(order, "broken");
    JsonNode payment = buyer.order(order).get("payments").get(0);
    assertThat(said(payment)).isEqualTo("BANK_TRANSFER REFUND_DUE 5.00 GBP");
    String id = payment.get("id").asString();

    JsonNode refunded = seller.refund(id, " sent back ").get("payment");
    assertThat(refunded.get("status").asString()).isEqualTo("REFUNDED");
    assertThat(refunded.get("refundNote").asString()).isEqualTo("sent back");
    assertThat(refunded.get("order").get("id").asString()).isEqualTo(order);
    assertThat(admin.refund(id, "again").get("payment").get("refundNote").asString())
        .isEqualTo("sent back");
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 10);
  }

  @Test
  void only_what_is_to_be_refunded_is_and_only_by_who_had_it() {
    admin.markPaid(order, "seen");
    String id = buyer.order(order).get("payments").get(0).get("id").asString();
    assertThat(refundCode(seller.refund(id, "x"))).isEqualTo("WRONG_STATUS");
    buyer.cancel(order, null);
    assertThat(refundCode(buyer.refund(id, "x"))).isEqualTo("PAYMENT_NOT_FOUND");
    assertThat(refundCode(people.seller(world.shop()).refund(id, "x")))
        .isEqualTo("PAYMENT_NOT_FOUND");
    assertThat(refundCode(seller.refund(id, " "))).isEqualTo("NOTE_LENGTH");
    assertThat(refundCode(seller.refund(UUID.randomUUID(), "x"))).isEqualTo("PAYMENT_NOT_FOUND");
    assertThat(admin.refund(id, "x").get("payment").get("status").asString()).isEqualTo("REFUNDED");
  }

  @Test
  void what_comes_for_a_cancelled_order_is_to_be_refunded() {
    buyer.cancel(order, null);
    JsonNode answer = admin.markPaid(order, "seen");
    assertThat(answer.get("order").get("status").asString()).isEqualTo("CANCELLED");
    assertThat(answer.get("payment").get("status").asString()).isEqualTo("REFUND_DUE");
    assertThat(admin.markPaid(order, "again").get("payment").get("id"))
        .isEqualTo(answer.get("payment").get("id"));
  }

  @RepeatedTest(5)
  void marking_and_cancelling_at_once_ends_cancelled_and_the_money_goes_back() {
    Race.of(8, i -> i % 2 == 0 ? admin.markPaid(order, "seen") : buyer.cancel(order, null));

    JsonNode ended = buyer.order(order);
    assertThat(ended.get("status").asString()).isEqualTo("CANCELLED");
    assertThat(ended.get("payments").valueStream().map(PaymentTests::said))
        .containsExactly("MANUAL REFUND_DUE 5.00 GBP");
    await().atMost(SETTLED).until(() -> world.stock.free(product) == 10);
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 10);
  }

  // Late money

  @Test
  void late_money_pays_where_the_stock_can_be_had_again() {
    expire();
    JsonNode answer = admin.markPaid(order, "late");

    assertThat(answer.get("order").get("status").asString()).isEqualTo("PAID");
    assertThat(answer.get("order").get("version").asInt()).isEqualTo(3);
    assertThat(answer.get("payment").get("status").asString()).isEqualTo("SETTLED");
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 6);
    assertThat(world.stock.count(product, Status.COMMITTED)).isOne();
    assertThat(world.stock.count(product, Status.RELEASED)).isOne();
    assertThat(world.stock.count(product, Status.ACTIVE)).isZero();
  }

  @Test
  void late_money_is_to_be_refunded_where_the_stock_is_gone() {
    expire();
    people.buyer().buy(product, 7, null);
    JsonNode answer = admin.markPaid(order, "late");

    assertThat(answer.get("order").get("status").asString()).isEqualTo("EXPIRED");
    assertThat(answer.get("payment").get("status").asString()).isEqualTo("REFUND_DUE");
    assertThat(world.stock.free(product)).isEqualTo(3);
  }

  @Test
  void money_that_comes_after_the_first_went_back_is_other_money() {
    expire();
    Person other = people.buyer();
    String bought = other.buy(product, 7, null).get("id").asString();
    JsonNode first = admin.markPaid(order, "first").get("payment");
    seller.refund(first.get("id").asString(), "sent back");
    assertThat(admin.markPaid(order, "first").get("payment").get("id")).isEqualTo(first.get("id"));
    other.cancel(bought, null);
    await().atMost(SETTLED).until(() -> world.stock.free(product) == 10);

    JsonNode second = admin.markPaid(order, "second");

    assertThat(second.get("order").get("status").asString()).isEqualTo("PAID");
    assertThat(second.get("payment").get("status").asString()).isEqualTo("SETTLED");
    assertThat(admin.markPaid(order, "third").get("payment").get("id"))
        .isEqualTo(second.get("payment").get("id"));
    assertThat(buyer.order(order).get("payments")).hasSize(2);
  }

  @Test
  void late_money_while_inventory_is_down_is_tried_again() {
    expire();
    world.inventory.is(Mood.FAILING);
    assertThat(code(admin.markPaid(order, "late"))).isEqualTo("TRY_AGAIN");
    world.inventory.is(Mood.WELL);
    assertThat(admin.markPaid(order, "late").get("payment").get("status").asString())
        .isEqualTo("SETTLED");
  }

  @RepeatedTest(3)
  void late_money_told_many_times_at_once_is_reserved_once() {
    expire();
    Race.of(8, i -> admin.markPaid(order, "late"));

    assertThat(sequences()).containsExactly(1, 2, 3);
    assertThat(buyer.order(order).get("payments")).hasSize(1);
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 6);
    await().atMost(SETTLED).until(() -> world.stock.free(product) == 6);
    assertThat(world.stock.count(product, Status.COMMITTED)).isOne();
  }

  @Test
  void a_reinstated_order_that_is_cancelled_gives_its_own_goods_back() {
    expire();
    admin.markPaid(order, "late");
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 6);
    seller.cancel(order, "broken");
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 10);
    assertThat(world.stock.count(product, Status.RETURNED)).isOne();
    assertThat(buyer.order(order).get("payments").valueStream().map(PaymentTests::said))
        .containsExactly("MANUAL REFUND_DUE 5.00 GBP");
  }

  @Test
  void money_for_an_order_whose_stock_lapsed_before_it_was_noted_as_expired_is_late() {
    checks.update("UPDATE orders SET expires_at = now() WHERE id = ?::uuid", order);
    world.stock.reservations().keySet().forEach(world.stock::end);
    JsonNode answer = admin.markPaid(order, "late");
    assertThat(answer.get("order").get("status").asString()).isEqualTo("PAID");
    assertThat(sequences()).containsExactly(1, 2, 3);
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 6);
  }

  // Reading

  @Test
  void a_payment_is_there_for_its_buyer_its_seller_and_admins() {
    admin.markPaid(order, "seen");
    String id = buyer.order(order).get("payments").get(0).get("id").asString();
    String query = "query ($id: ID!) { payment(id: $id) { id order { id number } } }";
    for (Person person : List.of(buyer, seller, admin)) {
      assertThat(
              person.ask(query, Map.of("id", id)).get("payment").get("order").get("id").asString())
          .isEqualTo(order);
    }
    for (Person person : List.of(people.buyer(), people.seller(world.shop()))) {
      assertThat(person.ask(query, Map.of("id", id)).get("payment").isNull()).isTrue();
    }
    assertThat(buyer.ask(query, Map.of("id", "what?")).get("payment").isNull()).isTrue();
  }

  @Test
  void sellers_list_their_own_payments_and_admins_all() {
    admin.markPaid(order, "seen");
    String second = buyer.buy(product).get("id").asString();
    seller.approve(buyer.prove(second));
    buyer.cancel(second, null);
    UUID elsewhere = world.product(1);
    admin.markPaid(buyer.buy(elsewhere).get("id").asString(), "seen");

    assertThat(listed(seller, ""))
        .containsExactly("BANK_TRANSFER REFUND_DUE 1.25 GBP", "MANUAL SETTLED 5.00 GBP");
    assertThat(listed(seller, ", status: REFUND_DUE")).hasSize(1);
    assertThat(listed(seller, ", method: MANUAL")).containsExactly("MANUAL SETTLED 5.00 GBP");
    assertThat(listed(seller, ", orderId: \"%s\"".formatted(second))).hasSize(1);
    assertThat(listed(seller, ", method: MIDTRANS")).isEmpty();
    assertThat(listed(admin, "")).hasSizeGreaterThanOrEqualTo(3);
    String query = "{ payments { totalCount } }";
    assertThat(seller.ask(query, Map.of()).get("payments").get("totalCount").asInt()).isEqualTo(2);
    assertThat(buyer.failure(query, Map.of())).isEqualTo("FORBIDDEN");
    assertThat(seller.failure("{ payments(first: 101) { totalCount } }", Map.of()))
        .isEqualTo("BAD_USER_INPUT");
    assertThat(seller.failure("{ payments(after: \"x\") { totalCount } }", Map.of()))
        .isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void lists_go_page_by_page() {
    for (int i = 0; i < 3; i++) {
      admin.markPaid(buyer.buy(product).get("id").asString(), "seen");
    }
    String query =
        """
        query ($after: String) {
          payments(first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } }
        }""";
    JsonNode first = seller.ask(query, Map.of()).get("payments");
    JsonNode second =
        seller
            .ask(query, Map.of("after", first.get("pageInfo").get("endCursor").asString()))
            .get("payments");
    assertThat(first.get("edges")).hasSize(2);
    assertThat(first.get("pageInfo").get("hasNextPage").asBoolean()).isTrue();
    assertThat(second.get("edges")).hasSize(1);
    assertThat(second.get("pageInfo").get("hasNextPage").asBoolean()).isFalse();
  }

  private static List<String> listed(Person person, String filters) {
    return person
        .ask(
            "{ payments(first: 50%s) { edges { node { method status amount { amount currency } } } } }"
                .formatted(filters),
            Map.of())
        .get("payments")
        .get("edges")
        .valueStream()
        .map(edge -> said(edge.get("node")))
        .toList();
  }

  /** By its time, as if that had passed. */
  private void expire() {
    checks.update("UPDATE orders SET expires_at = now() WHERE id = ?::uuid", order);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> buyer.order(order).get("status").asString().equals("EXPIRED"));
    await().atMost(SETTLED).until(() -> world.stock.free(product) == 10);
  }

  private List<Integer> sequences() {
    return checks.queryForList(
        "SELECT seq FROM outbox WHERE stream = ?::uuid ORDER BY seq", Integer.class, order);
  }

  private static String said(JsonNode payment) {
    return "%s %s %s %s"
        .formatted(
            payment.get("method").asString(),
            payment.get("status").asString(),
            payment.get("amount").get("amount").asString(),
            payment.get("amount").get("currency").asString());
  }

  private static String code(JsonNode answer) {
    assertThat(answer.get("order").isNull()).isTrue();
    return answer.get("errors").get(0).get("code").asString();
  }

  private static String refundCode(JsonNode answer) {
    assertThat(answer.get("payment").isNull()).isTrue();
    return answer.get("errors").get(0).get("code").asString();
  }
}
