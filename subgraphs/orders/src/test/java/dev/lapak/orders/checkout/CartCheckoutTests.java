package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Buying what is in the cart. */
@OrdersTest
class CartCheckoutTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  Person buyer;

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
  }

  @AfterEach
  void all_are_well() {
    world.reset();
  }

  @Test
  void what_is_in_the_cart_is_bought_and_leaves_it() {
    World.Shop shop = world.shop();
    UUID lamp = world.product(shop, "2.00", 10);
    UUID mug = world.product(shop, "3.00", 10);
    buyer.add(lamp, 2);
    buyer.add(mug, 1);

    JsonNode answer = buyer.checkoutCart("key");

    assertThat(answer.get("errors")).isEmpty();
    JsonNode order = answer.get("purchase").get("orders").get(0);
    assertThat(order.get("lines").valueStream().map(line -> line.get("quantity").asInt()))
        .containsExactly(2, 1);
    assertThat(order.get("total").get("amount").asString()).isEqualTo("7.00");
    assertThat(buyer.cart().get("lines")).isEmpty();
  }

  @Test
  void a_retry_answers_the_same_whatever_is_in_the_cart_now() {
    UUID product = world.product(10);
    buyer.add(product, 2);
    JsonNode first = buyer.checkoutCart("key").get("purchase");

    JsonNode again = buyer.checkoutCart("key");
    assertThat(again.get("replayed").asBoolean()).isTrue();
    assertThat(again.get("purchase")).isEqualTo(first);

    buyer.add(product, 3);
    assertThat(buyer.checkoutCart("key").get("purchase")).isEqualTo(first);
    assertThat(buyer.cart().get("lines").get(0).get("quantity").asInt()).isEqualTo(3);
    assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
  }

  @Test
  void a_cart_that_changed_after_an_unanswered_try_is_bought_as_it_is_then() {
    UUID product = world.product(10);
    buyer.add(product, 4);
    world.inventory.is(Mood.FORGETFUL);
    assertThat(codes(buyer.checkoutCart("key"))).containsExactly("TRY_AGAIN");
    world.reset();
    buyer.add(product, 1);

    JsonNode answer = buyer.checkoutCart("key");

    assertThat(answer.get("errors")).isEmpty();
    assertThat(quantity(answer)).isEqualTo(5);
    assertThat(buyer.cart().get("lines")).isEmpty();
  }

  @Test
  void a_key_is_for_the_cart_or_for_lines() {
    UUID product = world.product(10);
    buyer.add(product, 2);
    buyer.checkout("lines", line(product, 2));
    assertThat(codes(buyer.checkoutCart("lines"))).containsExactly("KEY_REUSED");

    assertThat(buyer.checkoutCart("cart").get("errors")).isEmpty();
    assertThat(codes(buyer.checkout("cart", line(product, 2)))).containsExactly("KEY_REUSED");
  }

  @Test
  void an_empty_cart_buys_nothing_and_binds_no_key() {
    JsonNode answer = buyer.checkoutCart("key");
    assertThat(codes(answer)).containsExactly("NO_LINES");
    assertThat(answer.get("errors").get(0).get("path").toString()).isEqualTo("[\"fromCart\"]");
    buyer.add(world.product(1), 1);
    assertThat(buyer.checkoutCart("key").get("errors")).isEmpty();
  }

  @Test
  void lines_and_cart_at_once_or_neither_are_refused() {
    UUID product = world.product(10);
    buyer.add(product, 2);
    assertThat(
            codes(
                buyer.checkout(
                    Map.of(
                        "idempotencyKey",
                        "k",
                        "fromCart",
                        true,
                        "lines",
                        List.of(line(product, 1))))))
        .containsExactly("LINES_OR_CART");
    assertThat(codes(buyer.checkout(Map.of("idempotencyKey", "k"))))
        .containsExactly("LINES_OR_CART");
    assertThat(codes(buyer.checkout(Map.of("idempotencyKey", "k", "fromCart", false))))
        .containsExactly("LINES_OR_CART");
  }

  @Test
  void what_cannot_be_bought_is_named_by_its_product_and_stays_in_the_cart() {
    UUID few = world.product(5);
    UUID archived = world.product(5);
    buyer.add(few, 6);
    JsonNode short_ = buyer.checkoutCart("key");
    assertThat(codes(short_)).containsExactly("OUT_OF_STOCK");
    JsonNode error = short_.get("errors").get(0);
    assertThat(error.get("productId").asString()).isEqualTo(few.toString());
    assertThat(error.get("available").asInt()).isEqualTo(5);
    assertThat(error.get("line").isNull()).isTrue();
    assertThat(error.get("path").toString()).isEqualTo("[\"fromCart\"]");

    buyer.add(archived, 1);
    world.archive(archived);
    JsonNode off = buyer.checkoutCart("key");
    assertThat(codes(off)).containsExactly("PRODUCT_ARCHIVED");
    assertThat(off.get("errors").get(0).get("productId").asString()).isEqualTo(archived.toString());
    assertThat(buyer.cart().get("lines")).hasSize(2);
    assertThat(world.stock.free(few)).isEqualTo(5);
  }

  @Test
  void lines_that_are_bought_directly_leave_the_cart_alone() {
    UUID product = world.product(10);
    buyer.add(product, 2);
    buyer.checkout("key", line(product, 2));
    assertThat(buyer.cart().get("lines").get(0).get("quantity").asInt()).isEqualTo(2);
  }

  @RepeatedTest(5)
  void two_tabs_buy_the_cart_once() {
    UUID lamp = world.product(100);
    UUID mug = world.product(100);
    buyer.add(lamp, 2);
    buyer.add(mug, 1);

    List<JsonNode> answers = Race.of(6, i -> buyer.checkoutCart("tab " + i));

    assertThat(answers).filteredOn(answer -> answer.get("purchase").isObject()).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.get("purchase").isNull())
        .allSatisfy(
            answer ->
                assertThat(answer.get("errors").get(0).get("code").asString())
                    .isEqualTo("NO_LINES"));
    assertThat(buyer.cart().get("lines")).isEmpty();
    assertThat(world.stock.count(lamp, Status.ACTIVE)).isOne();
    assertThat(world.stock.count(mug, Status.ACTIVE)).isOne();
  }

  @Test
  void what_another_tab_leaves_is_bought() {
    UUID lamp = world.product(100);
    UUID mug = world.product(100);
    buyer.add(lamp, 5);
    buyer.add(mug, 1);
    world.inventory.takes(Duration.ofSeconds(1));

    List<String> answers =
        Race.of(
            2,
            i -> {
              if (i == 0) {
                return buyer.checkoutCart("key").toString();
              }
              // While its stock is reserved.
              pause(400);
              return "changed: "
                  + checks.update("UPDATE cart_line SET quantity = 2 WHERE product_id = ?", lamp);
            });

    assertThat(answers.getLast()).isEqualTo("changed: 1");
    assertThat(answers.getFirst()).contains("\"quantity\":2").doesNotContain("\"quantity\":5");
    assertThat(buyer.cart().get("lines")).isEmpty();
    assertThat(world.stock.count(lamp, Status.ACTIVE)).isOne();
  }

  @RepeatedTest(8)
  void what_is_added_during_the_checkout_is_bought_or_stays_but_is_never_lost() {
    UUID product = world.product(1_000);
    buyer.add(product, 2);
    world.inventory.takes(Duration.ofMillis(15));

    List<JsonNode> answers =
        Race.of(
            13,
            i -> {
              pause(i);
              return i == 6 ? buyer.checkoutCart("key") : buyer.add(product, 1);
            });

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    int left =
        buyer
            .cart()
            .get("lines")
            .valueStream()
            .mapToInt(line -> line.get("quantity").asInt())
            .sum();
    assertThat(quantity(answers.get(6)) + left).isEqualTo(2 + 12);
  }

  @RepeatedTest(5)
  void the_same_key_at_once_buys_the_cart_once() {
    UUID product = world.product(2);
    buyer.add(product, 2);
    world.inventory.takes(Duration.ofMillis(10));

    List<JsonNode> answers = Race.of(12, i -> buyer.checkoutCart("key"));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    assertThat(answers)
        .extracting(answer -> answer.get("purchase").get("id"))
        .containsOnly(answers.getFirst().get("purchase").get("id"));
    assertThat(world.stock.count(product, Status.ACTIVE)).isOne();
    assertThat(buyer.cart().get("lines")).isEmpty();
  }

  @RepeatedTest(5)
  void the_same_key_at_once_while_the_cart_grows_is_one_purchase() {
    UUID product = world.product(1_000);
    buyer.add(product, 1);
    world.inventory.takes(Duration.ofMillis(10));

    List<JsonNode> answers =
        Race.of(
            12,
            i -> {
              pause(i);
              return i % 2 == 0 ? buyer.checkoutCart("key") : buyer.add(product, 1);
            });

    assertThat(answers).allSatisfy(answer -> assertThat(answer.get("errors")).isEmpty());
    Long purchases =
        checks.queryForObject(
            "SELECT count(*) FROM purchase WHERE buyer_id = ?", Long.class, buyer.id());
    assertThat(purchases).isOne();
    int left =
        buyer
            .cart()
            .get("lines")
            .valueStream()
            .mapToInt(line -> line.get("quantity").asInt())
            .sum();
    assertThat(quantity(answers.getFirst()) + left).isEqualTo(1 + 6);
    assertThat(world.stock.free(product)).isBetween(0, 1_000);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(2L * millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int quantity(JsonNode answer) {
    return answer.get("purchase").get("orders").get(0).get("lines").get(0).get("quantity").asInt();
  }

  private static List<String> codes(JsonNode answer) {
    assertThat(answer.get("purchase").isNull()).isTrue();
    return answer.get("errors").valueStream().map(error -> error.get("code").asString()).toList();
  }
}
