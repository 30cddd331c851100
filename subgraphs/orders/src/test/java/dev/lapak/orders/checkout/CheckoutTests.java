package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.Stock;
import dev.lapak.orders.testing.World;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OrdersTest
class CheckoutTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;

  Person buyer;

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
  }

  @Test
  void one_product_makes_one_order_with_all_that_a_buyer_needs() {
    World.Shop shop = world.shop();
    UUID product = world.product(shop, "2.55", 10);

    JsonNode answer = buyer.checkout("key", line(product, 3));

    assertThat(answer.get("errors")).isEmpty();
    assertThat(answer.get("replayed").asBoolean()).isFalse();
    JsonNode order = answer.get("purchase").get("orders").get(0);
    assertThat(order.get("number").asString())
        .matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
    assertThat(order.get("status").asString()).isEqualTo("PENDING_PAYMENT");
    assertThat(order.get("version").asInt()).isEqualTo(1);
    assertThat(order.get("total").get("amount").asString()).isEqualTo("7.65");
    assertThat(order.get("total").get("currency").asString()).isEqualTo("GBP");
    assertThat(order.get("buyer").get("id").asString()).isEqualTo(buyer.id().toString());
    assertThat(order.get("seller").get("id").asString()).isEqualTo(shop.id().toString());
    assertThat(order.get("allowedActions").toString())
        .isEqualTo("[\"SUBMIT_PAYMENT_PROOF\",\"EXTEND_DEADLINE\",\"CANCEL\"]");
    JsonNode line = order.get("lines").get(0);
    assertThat(line.get("sku").asString()).isEqualTo("sku-" + product);
    assertThat(line.get("quantity").asInt()).isEqualTo(3);
    assertThat(line.get("unitPrice").get("amount").asString()).isEqualTo("2.55");
    assertThat(line.get("product").get("id").asString()).isEqualTo(product.toString());
    JsonNode instruction = order.get("paymentInstruction");
    assertThat(instruction.get("amount")).isEqualTo(order.get("total"));
    assertThat(instruction.get("bankAccount").get("bank").asString()).isEqualTo("Bank of Test");
    assertThat(instruction.get("reference").asString())
        .isEqualTo("LAPAK" + order.get("number").asString().replace("-", ""));
    assertThat(world.stock.free(product)).isEqualTo(7);
    assertThat(
            checks.queryForObject(
                "SELECT count(*) FROM checkout_attempt WHERE buyer_id = ?", Long.class, buyer.id()))
        .isZero();
  }

  @Test
  void the_order_waits_a_day_or_as_long_as_the_buyer_says_and_its_stock_a_minute_longer() {
    UUID product = world.product(10);

    JsonNode day = buyer.buy(product);
    JsonNode hour = buyer.buy(product, 1, 3_600);

    assertThat(left(day)).isBetween(Duration.ofMinutes(1_439), Duration.ofMinutes(1_440));
    assertThat(left(hour)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    List<OffsetDateTime> leases =
        world.stock.reservations().values().stream()
            .filter(held -> held.lines().containsKey(product))
            .map(Stock.Held::expiresAt)
            .toList();
    assertThat(Duration.between(deadline(day), leases.get(0)))
        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
    assertThat(Duration.between(deadline(hour), leases.get(1)))
        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
  }

  @Test
  void sellers_get_an_order_each_and_currencies_a_total_each() {
    World.Shop pounds = world.shop();
    World.Shop others = world.shop();
    World.Shop rupiah = world.shop("IDR");
    UUID first = world.product(pounds, "1.10", 10);
    UUID second = world.product(others, "2.20", 10);
    UUID third = world.product(pounds, "3.30", 10);
    UUID fourth = world.product(rupiah, "15000", 10);

    JsonNode purchase =
        buyer
            .checkout("key", line(first, 1), line(second, 2), line(third, 3), line(fourth, 4))
            .get("purchase");

    assertThat(purchase.get("orders")).hasSize(3);
    JsonNode ofPounds = orderOf(purchase, pounds);
    assertThat(ofPounds.get("total").get("amount").asString()).isEqualTo("11.00");
    assertThat(ofPounds.get("lines").get(0).get("sku").asString()).isEqualTo("sku-" + first);
    assertThat(ofPounds.get("lines").get(1).get("sku").asString()).isEqualTo("sku-" + third);
    assertThat(orderOf(purchase, others).get("total").get("amount").asString()).isEqualTo("4.40");
    assertThat(orderOf(purchase, rupiah).get("total").get("amount").asString())
        .isEqualTo("60000.00");
    assertThat(purchase.get("totals").toString())
        .contains("{\"amount\":\"15.40\",\"currency\":\"GBP\"}")
        .contains("{\"amount\":\"60000.00\",\"currency\":\"IDR\"}");
    assertThat(world.inventory.asked("reserveStock")).isOne();
    assertThat(world.inventory.asked("extendReservations")).isZero();
    assertThat(world.stock.count(first, Stock.Status.ACTIVE)).isOne();
    assertThat(world.stock.count(second, Stock.Status.ACTIVE)).isOne();
  }

  @Test
  void a_line_rounds_half_even_to_the_penny_and_the_order_adds_up_its_lines() {
    World.Shop shop = world.shop();
    World.Shop yen = world.shop("JPY");
    JsonNode purchase =
        buyer
            .checkout(
                "key",
                line(world.product(shop, "0.125", 10), 1), // 0.12
                line(world.product(shop, "0.135", 10), 1), // 0.14
                line(world.product(shop, "0.855", 1_000), 1_000), // 855.00
                line(world.product(yen, "2.5", 10), 1), // 2
                line(world.product(yen, "3.5", 10), 1)) // 4
            .get("purchase");

    JsonNode order = orderOf(purchase, shop);
    assertThat(order.get("lines").get(0).get("unitPrice").get("amount").asString())
        .isEqualTo("0.125");
    assertThat(order.get("lines").get(0).get("total").get("amount").asString()).isEqualTo("0.12");
    assertThat(order.get("lines").get(1).get("total").get("amount").asString()).isEqualTo("0.14");
    assertThat(order.get("total").get("amount").asString()).isEqualTo("855.26");
    assertThat(orderOf(purchase, yen).get("total").get("amount").asString()).isEqualTo("6");
  }

  @Test
  void lines_of_one_product_are_added_up_where_the_first_one_was() {
    World.Shop shop = world.shop();
    UUID first = world.product(shop, "1", 10);
    UUID second = world.product(shop, "2", 10);

    JsonNode order =
        buyer
            .checkout("key", line(first, 1), line(second, 1), line(first, 4))
            .get("purchase")
            .get("orders")
            .get(0);

    assertThat(order.get("lines")).hasSize(2);
    assertThat(order.get("lines").get(0).get("quantity").asInt()).isEqualTo(5);
    assertThat(order.get("total").get("amount").asString()).isEqualTo("7.00");
  }

  @Test
  void the_same_key_and_input_answers_the_same_whatever_became_of_the_product() {
    UUID product = world.product(10);
    JsonNode first = buyer.checkout("key", line(product, 2)).get("purchase");
    world.reprice(product, "99");
    world.archive(product);
    world.products.is(dev.lapak.orders.testing.Neighbour.Mood.FAILING);

    JsonNode again = buyer.checkout("key", line(product, 1), line(product, 1));

    assertThat(again.get("replayed").asBoolean()).isTrue();
    assertThat(again.get("errors")).isEmpty();
    assertThat(again.get("purchase")).isEqualTo(first);
    assertThat(world.stock.count(product, Stock.Status.ACTIVE)).isOne();
  }

  @Test
  void the_same_key_with_another_input_is_refused_and_reserves_nothing() {
    UUID product = world.product(10);
    buyer.checkout("key", line(product, 2));

    assertThat(codes(buyer.checkout("key", line(product, 3)))).containsExactly("KEY_REUSED");
    assertThat(codes(buyer.checkout("key", 60, List.of(line(product, 2)))))
        .containsExactly("KEY_REUSED");
    assertThat(codes(buyer.checkout("key", line(world.product(10), 2))))
        .containsExactly("KEY_REUSED");
    assertThat(world.stock.free(product)).isEqualTo(8);
  }

  @Test
  void a_key_is_the_buyers_own() {
    UUID product = world.product(10);
    Person other = people.buyer();

    JsonNode mine = buyer.checkout("key", line(product, 1));
    JsonNode theirs = other.checkout("key", line(product, 1));

    assertThat(theirs.get("replayed").asBoolean()).isFalse();
    assertThat(theirs.get("purchase").get("id")).isNotEqualTo(mine.get("purchase").get("id"));
  }

  @Test
  void a_failed_checkout_binds_no_key() {
    UUID product = world.product(1);
    assertThat(codes(buyer.checkout("key", line(product, 2)))).containsExactly("OUT_OF_STOCK");

    assertThat(buyer.checkout("key", line(product, 1)).get("errors")).isEmpty();
  }

  @Test
  void a_thousand_lines_are_a_handful_of_statements() {
    World.Shop shop = world.shop();
    List<Map<String, Object>> lines =
        java.util.stream.IntStream.range(0, 1_000)
            .mapToObj(i -> line(world.product(shop, "1.25", 5), 2))
            .toList();

    JsonNode purchase = buyer.checkout("key", null, lines).get("purchase");

    assertThat(purchase.get("orders").get(0).get("lines")).hasSize(1_000);
    assertThat(purchase.get("orders").get(0).get("total").get("amount").asString())
        .isEqualTo("2500.00");
  }

  @Test
  void a_sellers_account_is_not_asked_for_again_at_once() {
    World.Shop shop = world.shop();
    UUID one = world.product(shop, "2.50", 10);
    UUID other = world.product(shop, "4.00", 10);

    people.buyer().checkout("key", line(one, 1));
    JsonNode answer = people.buyer().checkout("key", line(other, 1));

    assertThat(world.users.asked("sellersForCheckout")).isOne();
    assertThat(answer.at("/purchase/orders/0/paymentInstruction/bankAccount/holder").asString())
        .isEqualTo("Holder " + shop.id());
    people.buyer().checkout("key", line(other, 1), line(world.product(10), 1));
    assertThat(world.users.asked("sellersForCheckout")).isEqualTo(2);
  }

  @Test
  void nobody_checks_out_without_a_token() {
    String document =
        "mutation { checkout(input: {idempotencyKey: \"k\", lines: []}) { replayed } }";
    people
        .buyer()
        .subgraph()
        .anonymous()
        .document(document)
        .execute()
        .errors()
        .satisfy(
            errors ->
                assertThat(errors.getFirst().getExtensions())
                    .containsEntry("code", "UNAUTHENTICATED"));
  }

  private static List<String> codes(JsonNode answer) {
    assertThat(answer.get("purchase").isNull()).isTrue();
    return answer.get("errors").valueStream().map(error -> error.get("code").asString()).toList();
  }

  private static JsonNode orderOf(JsonNode purchase, World.Shop shop) {
    return Objects.requireNonNull(
        purchase
            .get("orders")
            .valueStream()
            .filter(order -> order.get("seller").get("id").asString().equals(shop.id().toString()))
            .findFirst()
            .orElse(null));
  }

  private static Duration left(JsonNode order) {
    return Duration.between(OffsetDateTime.now(), deadline(order));
  }

  private static OffsetDateTime deadline(JsonNode order) {
    return OffsetDateTime.parse(order.get("expiresAt").asString());
  }
}
