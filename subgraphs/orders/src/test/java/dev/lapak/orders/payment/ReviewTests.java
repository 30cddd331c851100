package dev.lapak.orders.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Stock.Status;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.time.OffsetDateTime;
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
class ReviewTests {

  private static final Duration SETTLED = Duration.ofSeconds(5);

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  World.Shop shop;
  Person buyer;
  Person seller;
  UUID product;
  String order;
  String proof;

  @BeforeEach
  void a_proof() {
    world.reset();
    shop = world.shop();
    product = world.product(shop, "1.00", 10);
    buyer = people.buyer();
    seller = people.seller(shop);
    order = buyer.buy(product, 3, null).get("id").asString();
    proof = buyer.prove(order);
  }

  @Test
  void an_approved_order_is_paid_and_its_stock_is_gone() {
    JsonNode paid = seller.approve(proof).get("order");

    assertThat(paid.get("status").asString()).isEqualTo("PAID");
    assertThat(paid.get("version").asInt()).isEqualTo(3);
    assertThat(paid.get("expiresAt").isNull()).isTrue();
    assertThat(paid.get("proofs").get(0).get("review").get("decision").asString())
        .isEqualTo("APPROVED");
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 7);
    assertThat(world.stock.count(product, Status.COMMITTED)).isOne();
  }

  @Test
  void a_rejected_order_waits_again_for_the_rest_of_its_time() {
    JsonNode waiting = seller.reject(proof, "  too dark ").get("order");

    assertThat(waiting.get("status").asString()).isEqualTo("PENDING_PAYMENT");
    assertThat(waiting.get("reason").asString()).isEqualTo("too dark");
    assertThat(waiting.get("proofs").get(0).get("review").toString())
        .isEqualTo("{\"decision\":\"REJECTED\",\"reason\":\"too dark\"}");
    assertThat(left(waiting)).isBetween(Duration.ofMinutes(1_435), Duration.ofMinutes(1_440));
    assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
  }

  @Test
  void a_rejected_order_waits_for_an_hour_at_least() {
    String hasty = buyer.buy(product, 1, 5).get("id").asString();
    JsonNode waiting = seller.reject(buyer.prove(hasty), "no").get("order");
    assertThat(left(waiting)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
  }

  @Test
  void the_time_under_review_does_not_count() {
    checks.update("UPDATE orders SET time_left = interval '3 hours' WHERE id = ?::uuid", order);
    assertThat(left(seller.reject(proof, "no").get("order")))
        .isBetween(Duration.ofMinutes(179), Duration.ofMinutes(180));
  }

  @Test
  void after_a_rejection_another_proof_can_be_approved() {
    seller.reject(proof, "no");
    String better = buyer.prove(order);
    assertThat(buyer.order(order).get("reason").isNull()).isTrue();

    assertThat(code(seller.approve(proof))).isEqualTo("ALREADY_REVIEWED");
    assertThat(seller.approve(better).get("order").get("status").asString()).isEqualTo("PAID");
    assertThat(buyer.order(order).get("proofs").get(0).get("id").asString()).isEqualTo(better);
    assertThat(buyer.order(order).get("proofs").get(1).get("id").asString()).isEqualTo(proof);
  }

  @Test
  void deciding_the_same_again_changes_nothing_and_otherwise_is_refused() {
    seller.approve(proof);
    JsonNode again = seller.approve(proof);
    assertThat(again.get("errors")).isEmpty();
    assertThat(again.get("order").get("version").asInt()).isEqualTo(3);
    assertThat(code(seller.reject(proof, "changed my mind"))).isEqualTo("ALREADY_REVIEWED");

    String other = buyer.buy(product).get("id").asString();
    String rejected = buyer.prove(other);
    seller.reject(rejected, "first");
    JsonNode twice = seller.reject(rejected, "second");
    assertThat(twice.get("errors")).isEmpty();
    assertThat(twice.get("order").get("reason").asString()).isEqualTo("first");
  }

  @Test
  void an_admin_reviews_anybodys_and_strangers_find_no_proof() {
    Person stranger = people.seller(world.shop());
    assertThat(code(buyer.approve(proof))).isEqualTo("PROOF_NOT_FOUND");
    assertThat(code(stranger.approve(proof))).isEqualTo("PROOF_NOT_FOUND");
    assertThat(code(stranger.reject(proof, "no"))).isEqualTo("PROOF_NOT_FOUND");
    assertThat(code(seller.approve(UUID.randomUUID()))).isEqualTo("PROOF_NOT_FOUND");
    assertThat(code(seller.approve("what?"))).isEqualTo("PROOF_NOT_FOUND");
    assertThat(people.admin().approve(proof).get("errors")).isEmpty();
  }

  @Test
  void a_rejection_has_a_reason_of_1_to_500_characters() {
    assertThat(code(seller.reject(proof, ""))).isEqualTo("REASON_LENGTH");
    assertThat(code(seller.reject(proof, " \t "))).isEqualTo("REASON_LENGTH");
    assertThat(code(seller.reject(proof, "\u3164\u2800"))).isEqualTo("REASON_LENGTH");
    assertThat(code(seller.reject(proof, "x".repeat(501)))).isEqualTo("REASON_LENGTH");
    assertThat(seller.reject(proof, "x".repeat(500)).get("errors")).isEmpty();
  }

  @Test
  void an_order_that_ended_meanwhile_is_a_wrong_status() {
    buyer.cancel(order, null);
    JsonNode answer =
        seller.ask(
            """
            mutation ($id: ID!) {
              approvePayment(input: {proofId: $id}) { order { id } errors { code status } }
            }""",
            Map.of("id", proof));
    assertThat(answer.get("approvePayment").get("errors").get(0).toString())
        .isEqualTo("{\"code\":\"WRONG_STATUS\",\"status\":\"CANCELLED\"}");
    assertThat(code(seller.reject(proof, "no"))).isEqualTo("WRONG_STATUS");
  }

  @RepeatedTest(3)
  void approving_many_times_at_once_pays_and_commits_once() {
    List<JsonNode> answers = Race.of(12, i -> seller.approve(proof));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(sequences()).containsExactly(1, 2, 3);
    await().atMost(SETTLED).until(() -> world.stock.onHand(product) == 7);
  }

  @RepeatedTest(5)
  void approving_and_rejecting_at_once_has_one_winner() {
    List<JsonNode> answers =
        Race.of(8, i -> i % 2 == 0 ? seller.approve(proof) : seller.reject(proof, "no"));

    boolean paid = isPaid();
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).get("errors").isEmpty()).isEqualTo((i % 2 == 0) == paid);
    }
    assertThat(sequences()).containsExactly(1, 2, 3);
  }

  @RepeatedTest(5)
  void approving_and_cancelling_at_once_ends_cancelled_and_the_stock_is_back() {
    List<JsonNode> answers =
        Race.of(8, i -> i % 2 == 0 ? seller.approve(proof) : buyer.cancel(order, null));

    assertThat(buyer.order(order).get("status").asString()).isEqualTo("CANCELLED");
    boolean paidFirst = !buyer.order(order).get("paidAt").isNull();
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).get("errors").isEmpty()).isEqualTo(i % 2 != 0 || paidFirst);
    }
    assertThat(sequences()).isEqualTo(paidFirst ? List.of(1, 2, 3, 4) : List.of(1, 2, 3));
    await()
        .atMost(SETTLED)
        .until(
            () -> world.stock.count(product, paidFirst ? Status.RETURNED : Status.RELEASED) == 1);
    assertThat(world.stock.onHand(product)).isEqualTo(10);
    assertThat(world.stock.free(product)).isEqualTo(10);
  }

  private boolean isPaid() {
    return buyer.order(order).get("status").asString().equals("PAID");
  }

  private List<Integer> sequences() {
    return checks.queryForList(
        "SELECT seq FROM outbox WHERE stream = ?::uuid ORDER BY seq", Integer.class, order);
  }

  private static Duration left(JsonNode waiting) {
    return Duration.between(
        OffsetDateTime.now(), OffsetDateTime.parse(waiting.get("expiresAt").asString()));
  }

  private static String code(JsonNode answer) {
    assertThat(answer.get("order").isNull()).isTrue();
    return answer.get("errors").get(0).get("code").asString();
  }
}
