package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every limit of the input, from both sides. */
@OrdersTest
class CheckoutInputTests {

  private static final int PLENTY = 1_000_000_000;

  @Autowired World world;
  @Autowired People people;

  Person buyer;
  UUID product;

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
    product = world.product(world.shop(), "0.01", PLENTY);
  }

  @Test
  void no_lines_are_too_few() {
    assertThat(errors(buyer.checkout("key"))).containsExactly("NO_LINES lines");
  }

  @Test
  void a_thousand_lines_are_the_most() {
    assertThat(errors(buyer.checkout("key", null, Collections.nCopies(1_001, line(product, 1)))))
        .containsExactly("TOO_MANY_LINES lines");
    assertThat(errors(buyer.checkout("key", null, Collections.nCopies(1_000, line(product, 1)))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1_000_001, Integer.MAX_VALUE})
  void a_quantity_is_1_to_a_million(int quantity) {
    assertThat(errors(buyer.checkout("key", line(product, 1), line(product, quantity))))
        .containsExactly("QUANTITY_OUT_OF_RANGE lines/1/quantity line 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000_000})
  void at_its_limits_a_quantity_is_fine(int quantity) {
    assertThat(errors(buyer.checkout("key", line(product, quantity)))).isEmpty();
  }

  @Test
  void added_up_a_quantity_is_a_million_at_most() {
    UUID other = world.product(PLENTY);
    assertThat(
            errors(buyer.checkout("key", line(other, 1), line(product, 999_999), line(product, 2))))
        .containsExactly("QUANTITY_OUT_OF_RANGE lines/1/quantity line 1");
    // 2^31 more wraps an int around to something small.
    assertThat(
            errors(
                buyer.checkout("key", null, Collections.nCopies(1_000, line(product, 1_000_000)))))
        .containsExactly("QUANTITY_OUT_OF_RANGE lines/0/quantity line 0");
    assertThat(errors(buyer.checkout("key", line(product, 999_999), line(product, 1)))).isEmpty();
  }

  @Test
  void a_quantity_beyond_int_is_no_input_at_all() {
    String document =
        """
        mutation { checkout(input: {idempotencyKey: "k", lines: [{productId: "%s", quantity: 2147483648}]})
          { replayed } }"""
            .formatted(product);
    assertThat(buyer.failure(document, Map.of())).isEqualTo("GRAPHQL_VALIDATION_FAILED");
  }

  @Test
  void a_total_too_large_to_be_money_is_refused() {
    World.Shop shop = world.shop();
    UUID dear = world.product(shop, "999999999.9999", PLENTY);
    UUID dearToo = world.product(shop, "999999999.9999", PLENTY);

    // 999,999,999,999,900.00 is the largest line there can be, two of them are too much.
    assertThat(errors(buyer.checkout("key", line(dear, 1_000_000), line(dearToo, 1_000_000))))
        .containsExactly("QUANTITY_OUT_OF_RANGE lines");
    JsonNode answer = buyer.checkout("key", line(dear, 1_000_000));
    assertThat(errors(answer)).isEmpty();
    assertThat(answer.get("purchase").get("totals").get(0).get("amount").asString())
        .isEqualTo("999999999999900.00");
  }

  @Test
  void a_total_too_small_to_be_paid_is_refused() {
    UUID product = world.product(world.shop(), "0.0010", 10);
    JsonNode answer = buyer.checkout("key", line(product, 4));
    assertThat(answer.get("errors").get(0).get("code").asString())
        .isEqualTo("QUANTITY_OUT_OF_RANGE");
    assertThat(answer.get("errors").get(0).get("message").asString()).contains("too small");
    // Half a penny rounds to even, which is nothing; a little more is a penny.
    assertThat(buyer.checkout("key", line(product, 6)).get("errors")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "é", "a\nb", "\u007f", "\u0000"})
  void a_key_is_printable_ascii(String key) {
    assertThat(errors(buyer.checkout(key, line(product, 1))))
        .containsExactly("KEY_INVALID idempotencyKey");
  }

  @Test
  void a_key_has_1_to_100_characters() {
    assertThat(errors(buyer.checkout("k".repeat(101), line(product, 1))))
        .containsExactly("KEY_INVALID idempotencyKey");
    assertThat(errors(buyer.checkout("k".repeat(100), line(product, 1)))).isEmpty();
    assertThat(errors(buyer.checkout("~", line(product, 1)))).isEmpty();
  }

  @Test
  void the_time_to_pay_is_5_seconds_to_7_days() {
    for (int seconds : List.of(4, -1, 0, 604_801, Integer.MAX_VALUE)) {
      assertThat(errors(buyer.checkout("key", seconds, List.of(line(product, 1)))))
          .containsExactly("PAY_WITHIN_OUT_OF_RANGE payWithinSeconds");
    }
    assertThat(errors(buyer.checkout("5", 5, List.of(line(product, 1))))).isEmpty();
    assertThat(errors(buyer.checkout("604800", 604_800, List.of(line(product, 1))))).isEmpty();
  }

  @Test
  void unknown_and_malformed_products_are_not_there() {
    assertThat(
            errors(
                buyer.checkout(
                    "key", line(product, 1), line(UUID.randomUUID(), 1), line("what?", 1))))
        .containsExactly(
            "PRODUCT_NOT_FOUND lines/1/productId line 1",
            "PRODUCT_NOT_FOUND lines/2/productId line 2");
    // They are two, though neither is there.
    assertThat(errors(buyer.checkout("key", line("x", 600_000), line("y", 600_000))))
        .containsExactly(
            "PRODUCT_NOT_FOUND lines/0/productId line 0",
            "PRODUCT_NOT_FOUND lines/1/productId line 1");
    assertThat(world.stock.free(product)).isEqualTo(PLENTY);
  }

  @Test
  void an_archived_product_is_off_sale() {
    UUID archived = world.product(5);
    world.archive(archived);
    assertThat(errors(buyer.checkout("key", line(product, 1), line(archived, 1))))
        .containsExactly("PRODUCT_ARCHIVED lines/1/productId line 1");
  }

  @Test
  void too_little_stock_says_how_much_there_is_for_each_line_and_reserves_none() {
    UUID two = world.product(2);
    UUID none = world.product(0);
    JsonNode answer =
        buyer.checkout("key", line(product, 1), line(two, 1), line(none, 1), line(two, 2));

    assertThat(errors(answer))
        .containsExactlyInAnyOrder(
            "OUT_OF_STOCK lines/1/quantity line 1 available 2",
            "OUT_OF_STOCK lines/2/quantity line 2 available 0");
    assertThat(world.stock.free(product)).isEqualTo(PLENTY);
    assertThat(errors(buyer.checkout("key", line(two, 2)))).isEmpty();
  }

  @Test
  void everything_wrong_is_said_at_once() {
    assertThat(errors(buyer.checkout("", 1, List.of(line(product, 0)))))
        .containsExactly(
            "KEY_INVALID idempotencyKey",
            "PAY_WITHIN_OUT_OF_RANGE payWithinSeconds",
            "QUANTITY_OUT_OF_RANGE lines/0/quantity line 0");
    assertThat(world.products.asked("products")).isZero();
  }

  @Test
  void the_largest_checkout_of_many_sellers_works() {
    List<Map<String, Object>> lines =
        IntStream.range(0, 300)
            .mapToObj(i -> line(world.product(world.shop(), "1.00", 1), 1))
            .toList();
    assertThat(buyer.checkout("key", null, lines).get("purchase").get("orders")).hasSize(300);
  }

  private static List<String> errors(JsonNode answer) {
    return answer.get("errors").valueStream().map(CheckoutInputTests::text).toList();
  }

  private static String text(JsonNode error) {
    Stream<String> path = error.get("path").valueStream().map(JsonNode::asString);
    return error.get("code").asString()
        + " "
        + String.join("/", path.toList())
        + (error.get("line").isNull() ? "" : " line " + error.get("line"))
        + (error.get("available").isNull() ? "" : " available " + error.get("available"));
  }
}
