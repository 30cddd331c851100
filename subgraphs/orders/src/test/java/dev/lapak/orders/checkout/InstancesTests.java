package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.SecondInstance;
import dev.lapak.orders.testing.Stock.Status;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Two orders on one database are as correct as one. */
@OrdersTest
@TestInstance(Lifecycle.PER_CLASS)
class InstancesTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;
  @Autowired ConfigurableApplicationContext first;

  SecondInstance second;
  Person here;
  Person there;

  @BeforeAll
  void start() {
    second = new SecondInstance(first);
  }

  @AfterAll
  void stop() {
    second.close();
  }

  @BeforeEach
  void someone() {
    world.reset();
    here = people.buyer();
    there = second.at(here);
  }

  @RepeatedTest(5)
  void the_same_key_at_both_is_one_purchase() {
    UUID product = world.product(2);
    UUID other = world.product(1);
    world.inventory.takes(Duration.ofMillis(20));

    List<JsonNode> answers =
        Race.of(
            20, i -> (i % 2 == 0 ? here : there).checkout("key", line(product, 2), line(other, 1)));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(answers)
        .extracting(answer -> answer.get("purchase").get("id"))
        .containsOnly(answers.getFirst().get("purchase").get("id"));
    assertThat(answers.stream().filter(answer -> !answer.get("replayed").asBoolean())).hasSize(1);
    assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
    assertThat(world.stock.count(other, Status.ACTIVE)).isOne();
    assertThat(count("purchase")).isOne();
    assertThat(count("orders")).isEqualTo(2);
  }

  @RepeatedTest(5)
  void other_inputs_under_one_key_at_both_are_one_purchase_and_one_reservation() {
    UUID product = world.product(100);
    world.inventory.takes(Duration.ofMillis(20));

    Race.of(20, i -> (i % 2 == 0 ? here : there).checkout("key", line(product, i % 4 + 1)));

    assertThat(count("purchase")).isOne();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(world.stock.count(product, Status.ACTIVE)).isOne());
  }

  @RepeatedTest(5)
  void a_cart_that_grows_at_both_is_bought_once() {
    UUID product = world.product(1_000);
    here.add(product, 1);
    world.inventory.takes(Duration.ofMillis(10));

    List<JsonNode> answers =
        Race.of(
            12,
            i -> {
              Person who = i % 3 == 0 ? here : there;
              return i % 2 == 0 ? who.checkoutCart("key") : who.add(product, 1);
            });

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(count("purchase")).isOne();
    int left =
        here.cart().get("lines").valueStream().mapToInt(line -> line.get("quantity").asInt()).sum();
    int bought =
        answers
            .getFirst()
            .get("purchase")
            .get("orders")
            .get(0)
            .get("lines")
            .get(0)
            .get("quantity")
            .asInt();
    assertThat(bought + left).isEqualTo(7);
  }

  @Test
  void of_100_buyers_at_both_30_get_one_of_30() {
    UUID product = world.product(30);
    List<JsonNode> answers =
        Race.of(
            100,
            i -> {
              Person buyer = people.buyer();
              return (i % 2 == 0 ? buyer : second.at(buyer)).checkout("key", line(product, 1));
            });

    assertThat(answers.stream().filter(answer -> answer.get("errors").isEmpty())).hasSize(30);
    assertThat(world.stock.free(product)).isZero();
    assertThat(world.stock.count(product, Status.ACTIVE)).isEqualTo(30);
  }

  private long count(String table) {
    Long count =
        checks.queryForObject(
            "SELECT count(*) FROM " + table + " WHERE buyer_id = ?", Long.class, here.id());
    return count == null ? -1 : count;
  }
}
