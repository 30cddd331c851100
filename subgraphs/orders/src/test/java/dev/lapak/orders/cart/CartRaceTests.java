package dev.lapak.orders.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Two tabs, or twenty. */
@OrdersTest
class CartRaceTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired Carts carts;
  @Autowired JdbcTemplate checks;

  Person buyer;
  UUID product;

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
    product = world.product(1_000);
  }

  @RepeatedTest(5)
  void twenty_additions_at_once_lose_nothing() {
    UUID other = world.product(10);

    List<JsonNode> answers = Race.of(20, i -> buyer.add(i % 2 == 0 ? product : other, 3));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(quantity(buyer, product)).isEqualTo(30);
    assertThat(quantity(buyer, other)).isEqualTo(30);
  }

  @RepeatedTest(5)
  void one_addition_sent_twenty_times_at_once_adds_once() {
    List<JsonNode> answers = Race.of(20, i -> buyer.add(product, 3, "key"));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(quantity(buyer, product)).isEqualTo(3);
  }

  @RepeatedTest(5)
  void of_two_tabs_that_expect_the_same_one_sets() {
    buyer.add(product, 1);

    List<JsonNode> answers = Race.of(10, i -> buyer.set(product, 100 + i, 1));

    List<JsonNode> set = answers.stream().filter(answer -> answer.get("errors").isEmpty()).toList();
    assertThat(set).hasSize(1);
    assertThat(quantity(buyer, product))
        .isEqualTo(set.getFirst().get("cart").get("lines").get(0).get("quantity").asInt());
    assertThat(answers.stream().filter(answer -> !answer.get("errors").isEmpty()))
        .allSatisfy(
            answer ->
                assertThat(answer.get("errors").get(0).get("code").asString())
                    .isEqualTo("QUANTITY_CHANGED"));
  }

  @RepeatedTest(5)
  void the_last_place_of_a_cart_is_given_once() {
    checks.update("INSERT INTO cart (owner_id) VALUES (?)", buyer.id());
    checks.update(
        """
        INSERT INTO cart_line SELECT ?, gen_random_uuid(), 1, now(), 'Much', 1, 'GBP'
        FROM generate_series(1, 999)
        """,
        buyer.id());
    List<UUID> wanted = Stream.generate(() -> world.product(1)).limit(8).toList();

    List<JsonNode> answers = Race.of(8, i -> buyer.add(wanted.get(i), 1));

    assertThat(answers.stream().filter(answer -> answer.get("errors").isEmpty())).hasSize(1);
  }

  @RepeatedTest(5)
  void a_guests_cart_is_taken_over_once_however_many_merge_it_while_the_guest_adds() {
    Person guest = people.guest();
    guest.add(product, 5);

    List<JsonNode> answers =
        Race.of(12, i -> i % 3 == 0 ? guest.add(product, 1) : buyer.merge(guest.token()));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(quantity(buyer, product) + quantity(guest, product)).isEqualTo(9);
    buyer.merge(guest.token());
    assertThat(quantity(buyer, product)).isEqualTo(9);
  }

  @RepeatedTest(5)
  void two_accounts_that_merge_the_same_guest_share_nothing_twice() {
    Person guest = people.guest();
    Person other = people.buyer();
    guest.add(product, 5);

    Race.of(10, i -> (i % 2 == 0 ? buyer : other).merge(guest.token()));

    assertThat(quantity(buyer, product) + quantity(other, product)).isEqualTo(5);
  }

  @Test
  void a_cart_that_is_forgotten_while_its_owner_adds_keeps_what_is_added() {
    for (int round = 0; round < 10; round++) {
      Person owner = people.guest();
      owner.add(product, 1);
      checks.update(
          "UPDATE cart SET touched_at = now() - interval '31 days' WHERE owner_id = ?", owner.id());

      List<Boolean> added =
          Race.of(
              2,
              i -> {
                if (i == 0) {
                  carts.forget(Duration.ofDays(30), Duration.ofDays(1), 200).block();
                  return true;
                }
                return owner.add(product, 1).get("errors").isEmpty();
              });

      assertThat(added).containsOnly(true);
      assertThat(quantity(owner, product)).isBetween(1, 2);
    }
  }

  private static int quantity(Person owner, UUID product) {
    return owner
        .cart()
        .get("lines")
        .valueStream()
        .filter(line -> line.get("productId").asString().equals(product.toString()))
        .mapToInt(line -> line.get("quantity").asInt())
        .sum();
  }
}
