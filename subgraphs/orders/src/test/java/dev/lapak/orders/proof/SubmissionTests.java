package dev.lapak.orders.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.Neighbour.Mood;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Stock;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@OrdersTest
@TestPropertySource(properties = "lapak.remote.timeout=1s")
class SubmissionTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  World.Shop shop;
  Person buyer;
  Person seller;
  UUID product;
  String order;

  @BeforeEach
  void an_order() {
    world.reset();
    shop = world.shop();
    product = world.product(shop, "1.00", 100);
    buyer = people.buyer();
    seller = people.seller(shop);
    order = buyer.buy(product).get("id").asString();
  }

  @Test
  void a_proof_waits_for_review_and_stops_the_deadline_while_the_stock_is_held() {
    JsonNode answer = buyer.submit(order, List.of(buyer.upload(order), buyer.upload(order)));

    assertThat(answer.get("errors")).isEmpty();
    assertThat(answer.get("order").get("status").asString()).isEqualTo("PAYMENT_REVIEW");
    assertThat(answer.get("order").get("version").asInt()).isEqualTo(2);
    assertThat(answer.get("order").get("expiresAt").isNull()).isTrue();
    assertThat(answer.get("proof").get("files")).hasSize(2);
    assertThat(held().expiresAt()).isAfter(OffsetDateTime.now().plusDays(29));
    assertThat(seller.order(order).get("proofs").get(0).get("files").get(0).get("url").asString())
        .startsWith("/files/proofs/");
    assertThat(seller.order(order).get("proofs").get(0).get("review").isNull()).isTrue();
  }

  @Test
  void the_same_uploads_again_are_the_same_proof_in_any_order_and_whatever_came_of_it() {
    String first = buyer.upload(order);
    String second = buyer.upload(order);
    JsonNode proof = buyer.submit(order, List.of(first, second)).get("proof");

    assertThat(buyer.submit(order, List.of(second, first)).get("proof").get("id"))
        .isEqualTo(proof.get("id"));
    seller.approve(proof.get("id").asString());
    JsonNode again = buyer.submit(order, List.of(first, second));
    assertThat(again.get("proof").get("id")).isEqualTo(proof.get("id"));
    assertThat(again.get("order").get("status").asString()).isEqualTo("PAID");
    assertThat(again.get("order").get("version").asInt()).isEqualTo(3);
  }

  @RepeatedTest(20)
  void the_same_uploads_at_once_are_one_proof() {
    List<String> uploads = List.of(buyer.upload(order), buyer.upload(order));
    List<JsonNode> answers = Race.of(10, i -> buyer.submit(order, uploads));

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.get("errors")).isEmpty();
              assertThat(answer.get("order").get("status").asString()).isEqualTo("PAYMENT_REVIEW");
            });
    assertThat(answers.stream().map(answer -> answer.get("proof").get("id")).distinct()).hasSize(1);
    assertThat(buyer.order(order).get("version").asInt()).isEqualTo(2);
    assertThat(buyer.order(order).get("proofs")).hasSize(1);
  }

  @RepeatedTest(3)
  void of_other_uploads_at_once_one_proof_is_made() {
    List<List<String>> uploads =
        Stream.generate(() -> List.of(buyer.upload(order))).limit(6).toList();
    List<JsonNode> answers = Race.of(6, i -> buyer.submit(order, uploads.get(i)));

    assertThat(answers.stream().filter(answer -> answer.get("errors").isEmpty())).hasSize(1);
    assertThat(answers.stream().filter(answer -> !answer.get("errors").isEmpty()))
        .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("WRONG_STATUS"));
    assertThat(buyer.order(order).get("proofs")).hasSize(1);
  }

  @Test
  void a_proof_has_1_to_5_uploads_each_once() {
    List<String> six = Stream.generate(() -> buyer.upload(order)).limit(6).toList();
    assertThat(code(buyer.submit(order, List.of()))).isEqualTo("UPLOAD_COUNT");
    assertThat(code(buyer.submit(order, six))).isEqualTo("UPLOAD_COUNT");
    assertThat(code(buyer.submit(order, Collections.nCopies(2, six.getFirst()))))
        .isEqualTo("UPLOAD_COUNT");
    assertThat(buyer.submit(order, six.subList(0, 5)).get("proof").get("files")).hasSize(5);
  }

  @Test
  void an_upload_is_finished_of_this_order_and_unused() {
    String unfinished = buyer.requestUpload(order).get("upload").get("id").asString();
    String mine = buyer.upload(order);
    String elsewhere = buyer.upload(buyer.buy(product).get("id").asString());
    Person other = people.buyer();
    String theirs = other.upload(other.buy(product).get("id").asString());

    JsonNode answer = buyer.submit(order, List.of(mine, unfinished, elsewhere, theirs, "what?"));

    assertThat(answer.get("errors").valueStream().map(error -> error.get("code").asString()))
        .containsOnly("UPLOAD_NOT_FOUND");
    assertThat(answer.get("errors").valueStream().map(error -> error.get("path").toString()))
        .containsExactly(
            "[\"uploadIds\",\"1\"]",
            "[\"uploadIds\",\"2\"]",
            "[\"uploadIds\",\"3\"]",
            "[\"uploadIds\",\"4\"]");
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PENDING_PAYMENT");
  }

  @Test
  void a_proof_is_the_buyers_to_hand_in() {
    String upload = buyer.upload(order);
    assertThat(code(people.buyer().submit(order, List.of(upload)))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(seller.submit(order, List.of(upload)))).isEqualTo("ORDER_NOT_FOUND");
    assertThat(code(people.admin().submit(order, List.of(upload)))).isEqualTo("ORDER_NOT_FOUND");
  }

  @Test
  void a_paid_or_ended_order_takes_no_proof() {
    String early = buyer.upload(order);
    seller.approve(buyer.prove(order));
    assertThat(code(buyer.submit(order, List.of(early)))).isEqualTo("WRONG_STATUS");

    String cancelled = buyer.buy(product).get("id").asString();
    String upload = buyer.upload(cancelled);
    buyer.cancel(cancelled, null);
    assertThat(code(buyer.submit(cancelled, List.of(upload)))).isEqualTo("WRONG_STATUS");
  }

  @Test
  void after_the_deadline_it_is_too_late_whether_that_was_noted_or_not() {
    String upload = buyer.upload(order);
    checks.update("UPDATE orders SET expires_at = now() WHERE id = ?::uuid", order);
    // The sweep may come in between, and must not change the answer.
    for (int i = 0; i < 12; i++) {
      assertThat(code(buyer.submit(order, List.of(upload)))).isEqualTo("DEADLINE_PASSED");
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(buyer.requestUpload(order).get("errors").get(0).get("code").asString())
        .isEqualTo("DEADLINE_PASSED");
  }

  @Test
  void an_order_takes_ten_proofs() {
    for (int i = 0; i < 10; i++) {
      seller.reject(buyer.prove(order), "not readable");
    }
    assertThat(buyer.requestUpload(order).get("errors").get(0).get("code").asString())
        .isEqualTo("TOO_MANY_PROOFS");
    assertThat(buyer.order(order).get("proofs")).hasSize(10);
    assertThat(buyer.order(order).get("allowedActions").toString())
        .isEqualTo("[\"EXTEND_DEADLINE\",\"CANCEL\"]");
  }

  @Test
  void each_proof_has_20_uploads_anew() {
    List<String> begun =
        IntStream.range(0, 20)
            .mapToObj(i -> buyer.requestUpload(order).get("errors").toString())
            .toList();
    assertThat(begun).containsOnly("[]");
    assertThat(buyer.requestUpload(order).get("errors")).hasSize(1);
    checks.update("UPDATE orders SET uploads = 19 WHERE id = ?::uuid", order);
    seller.reject(buyer.prove(order), "no");
    assertThat(buyer.requestUpload(order).get("errors")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILING", "REFUSING", "FORGETFUL", "SLOW"})
  void without_inventory_nothing_changes_and_trying_again_works(Mood mood) {
    String upload = buyer.upload(order);
    world.inventory.is(mood);
    assertThat(code(buyer.submit(order, List.of(upload)))).isEqualTo("TRY_AGAIN");
    assertThat(buyer.order(order).get("status").asString()).isEqualTo("PENDING_PAYMENT");
    assertThat(buyer.order(order).get("version").asInt()).isOne();

    world.reset();
    assertThat(buyer.submit(order, List.of(upload)).get("errors")).isEmpty();
  }

  @Test
  void stock_that_is_not_held_any_more_is_too_late() {
    String upload = buyer.upload(order);
    world.stock.end(reservation());
    assertThat(code(buyer.submit(order, List.of(upload)))).isEqualTo("DEADLINE_PASSED");
    assertThat(buyer.order(order).get("version").asInt()).isOne();
  }

  private Stock.Held held() {
    return java.util.Objects.requireNonNull(world.stock.reservations().get(reservation()));
  }

  private UUID reservation() {
    return java.util.Objects.requireNonNull(
        checks.queryForObject(
            "SELECT reservation_id FROM orders WHERE id = ?::uuid", UUID.class, order));
  }

  private static String code(JsonNode answer) {
    assertThat(answer.get("order").isNull()).isTrue();
    return answer.get("errors").get(0).get("code").asString();
  }
}
