package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Stock.Status;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OrdersTest
class CheckoutRaceTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  Person buyer;

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
  }

  @RepeatedTest(5)
  void the_same_key_20_times_at_once_is_one_purchase() {
    // Exactly as much as one purchase needs: a second reservation would find none.
    UUID product = world.product(2);
    UUID other = world.product(1);
    world.inventory.takes(Duration.ofMillis(20));

    List<JsonNode> answers =
        Race.of(20, i -> buyer.checkout("key", line(product, 2), line(other, 1)));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(answers)
        .extracting(answer -> answer.get("purchase").get("id"))
        .containsOnly(answers.getFirst().get("purchase").get("id"));
    assertThat(answers.stream().filter(answer -> !answer.get("replayed").asBoolean())).hasSize(1);
    assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
    assertThat(world.stock.count(other, Status.ACTIVE)).isOne();
    assertThat(count("SELECT count(*) FROM purchase WHERE buyer_id = ?")).isOne();
    assertThat(count("SELECT count(*) FROM orders WHERE buyer_id = ?")).isEqualTo(2);
    assertThat(count("SELECT count(*) FROM outbox WHERE buyer_id = ?")).isEqualTo(2);
  }

  @RepeatedTest(5)
  void the_same_key_with_other_inputs_at_once_is_one_purchase_and_one_reservation() {
    UUID product = world.product(100);
    world.inventory.takes(Duration.ofMillis(20));

    List<JsonNode> answers = Race.of(20, i -> buyer.checkout("key", line(product, i % 4 + 1)));

    List<JsonNode> bought =
        answers.stream().filter(answer -> answer.get("errors").isEmpty()).toList();
    assertThat(bought).hasSize(5);
    assertThat(bought.stream().filter(answer -> !answer.get("replayed").asBoolean())).hasSize(1);
    assertThat(bought)
        .extracting(answer -> answer.get("purchase").get("id"))
        .containsOnly(bought.getFirst().get("purchase").get("id"));
    assertThat(answers.stream().filter(answer -> !answer.get("errors").isEmpty()))
        .allSatisfy(
            answer ->
                assertThat(answer.get("errors").get(0).get("code").asString())
                    .isEqualTo("KEY_REUSED"));
    assertThat(count("SELECT count(*) FROM purchase WHERE buyer_id = ?")).isOne();
    assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
    int quantity =
        bought
            .getFirst()
            .get("purchase")
            .get("orders")
            .get(0)
            .get("lines")
            .get(0)
            .get("quantity")
            .asInt();
    assertThat(world.stock.free(product)).isEqualTo(100 - quantity);
  }

  @Test
  void of_200_buyers_50_get_one_of_50() {
    UUID product = world.product(50);
    List<JsonNode> answers = Race.of(200, i -> patiently(people.buyer(), product));

    assertThat(answers.stream().filter(answer -> answer.get("errors").isEmpty())).hasSize(50);
    assertThat(answers.stream().filter(answer -> !answer.get("errors").isEmpty()))
        .hasSize(150)
        .allSatisfy(
            answer ->
                assertThat(answer.get("errors").get(0).get("code").asString())
                    .isEqualTo("OUT_OF_STOCK"));
    assertThat(world.stock.free(product)).isZero();
    assertThat(world.stock.count(product, Status.ACTIVE)).isEqualTo(50);
    // What was tried again, for want of an answer, is the sweeper's.
    assertThat(
            checks.queryForObject(
                "SELECT count(*) FROM checkout_attempt WHERE runs = 1", Long.class))
        .isZero();
  }

  @Test
  void one_buyer_may_buy_many_things_at_once() {
    UUID product = world.product(50);
    List<JsonNode> answers =
        Race.of(50, i -> buyer.checkout(UUID.randomUUID().toString(), line(product, 1)));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(
            answers.stream()
                .map(answer -> answer.get("purchase").get("orders").get(0).get("number"))
                .distinct())
        .hasSize(50);
  }

  /** On a slow machine there is no room for all of them at once. */
  private static JsonNode patiently(Person buyer, UUID product) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> buyer.checkout("key", line(product, 1)), CheckoutRaceTests::isDecided);
  }

  private static boolean isDecided(JsonNode answer) {
    return answer
        .get("errors")
        .valueStream()
        .map(error -> error.get("code").asString())
        .noneMatch(Set.of("BUSY", "TRY_AGAIN")::contains);
  }

  private long count(String sql) {
    Long count = checks.queryForObject(sql, Long.class, buyer.id());
    return count == null ? -1 : count;
  }
}
