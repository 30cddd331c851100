package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A buyer pays what was shown, or is asked again. */
@OrdersTest
class ExpectedTotalsTests {

  @Autowired World world;
  @Autowired People people;

  Person buyer;
  UUID pounds;
  UUID rupiah;

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
    pounds = world.product(world.shop(), "2.55", 10);
    rupiah = world.product(world.shop("IDR"), "15000", 10);
  }

  @Test
  void the_totals_that_were_shown_are_bought_in_any_order_and_form() {
    assertThat(buy("key", total("30000", "IDR"), total("2.5500", "GBP")).get("errors")).isEmpty();
  }

  @Test
  void other_totals_are_said_and_nothing_is_reserved() {
    world.reprice(pounds, "2.56");

    JsonNode answer = buy("key", total("2.55", "GBP"), total("30000", "IDR"));

    assertThat(answer.get("purchase").isNull()).isTrue();
    JsonNode error = answer.get("errors").get(0);
    assertThat(error.get("code").asString()).isEqualTo("PRICE_CHANGED");
    assertThat(error.get("path").toString()).isEqualTo("[\"expectedTotals\"]");
    assertThat(error.get("totals").toString())
        .contains("{\"amount\":\"2.56\",\"currency\":\"GBP\"}")
        .contains("{\"amount\":\"30000.00\",\"currency\":\"IDR\"}");
    assertThat(world.inventory.asked("reserveStock")).isZero();
    assertThat(world.stock.free(pounds)).isEqualTo(10);
    // It bound no key.
    assertThat(buy("key", total("2.56", "GBP"), total("30000", "IDR")).get("errors")).isEmpty();
  }

  @Test
  void a_currency_more_or_less_is_another_total() {
    assertThat(code(buy("key"))).isEqualTo("PRICE_CHANGED");
    assertThat(code(buy("key", total("2.55", "GBP")))).isEqualTo("PRICE_CHANGED");
    assertThat(code(buy("key", total("2.55", "GBP"), total("30000", "IDR"), total("0", "EUR"))))
        .isEqualTo("PRICE_CHANGED");
  }

  @Test
  void a_retry_is_answered_though_the_price_is_another_one_now() {
    JsonNode first = buy("key", total("2.55", "GBP"), total("30000", "IDR"));
    world.reprice(pounds, "9.99");

    JsonNode again = buy("key", total("2.55", "GBP"), total("30000", "IDR"));

    assertThat(again.get("replayed").asBoolean()).isTrue();
    assertThat(again.get("purchase")).isEqualTo(first.get("purchase"));
    assertThat(code(buy("key", total("9.99", "GBP"), total("30000", "IDR"))))
        .isEqualTo("KEY_REUSED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "price: \"0.01\"",
        "unitPrice: {amount: \"0.01\", currency: \"GBP\"}",
        "total: \"0.01\""
      })
  void a_line_has_no_price_of_the_clients(String field) {
    assertThat(
            buyer.failure(
                """
                mutation { checkout(input: {idempotencyKey: "k", lines: [{productId: "%s", quantity: 1, %s}]})
                  { replayed } }"""
                    .formatted(pounds, field),
                Map.of()))
        .isEqualTo("GRAPHQL_VALIDATION_FAILED");
  }

  @Test
  void a_buyer_is_who_the_token_says() {
    assertThat(
            buyer.failure(
                """
                mutation { checkout(input: {idempotencyKey: "k", buyerId: "%s",
                  lines: [{productId: "%s", quantity: 1}]}) { replayed } }"""
                    .formatted(UUID.randomUUID(), pounds),
                Map.of()))
        .isEqualTo("GRAPHQL_VALIDATION_FAILED");
  }

  @SafeVarargs
  private JsonNode buy(String key, Map<String, Object>... totals) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", key);
    input.put("lines", List.of(line(pounds, 1), line(rupiah, 2)));
    input.put("expectedTotals", List.of(totals));
    return buyer.checkout(input);
  }

  private static Map<String, Object> total(String amount, String currency) {
    return Map.of("amount", amount, "currency", currency);
  }

  private static String code(JsonNode answer) {
    return answer.get("errors").get(0).get("code").asString();
  }
}
