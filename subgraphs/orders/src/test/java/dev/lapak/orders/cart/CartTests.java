package dev.lapak.orders.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.Neighbour.Mood;
import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OrdersTest
class CartTests {

  @Autowired World world;
  @Autowired People people;
  @Autowired JdbcTemplate checks;
  @Autowired Carts carts;

  Person buyer;
  World.Shop shop;

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
    shop = world.shop();
  }

  @AfterEach
  void all_are_well() {
    world.reset();
  }

  // Reading

  @Test
  void a_new_cart_is_empty_and_asks_nobody() {
    JsonNode cart = buyer.cart();
    assertThat(cart.get("lines")).isEmpty();
    assertThat(cart.get("totals")).isEmpty();
    assertThat(world.products.asked("products")).isZero();
  }

  @Test
  void lines_come_in_the_order_in_which_they_were_put_in_with_what_they_cost_now() {
    UUID lamp = world.product(shop, "2.555", 10);
    UUID mug = world.product(world.shop("IDR"), "15000", 10);
    buyer.add(lamp, 1);
    buyer.add(mug, 2);
    JsonNode cart = buyer.add(lamp, 1).get("cart");

    assertThat(cart).isEqualTo(buyer.cart());
    assertThat(products(cart)).containsExactly(lamp, mug);
    JsonNode line = cart.get("lines").get(0);
    assertThat(line.get("quantity").asInt()).isEqualTo(2);
    assertThat(line.get("title").asString()).isEqualTo("Product " + lamp);
    assertThat(line.get("product").get("id").asString()).isEqualTo(lamp.toString());
    assertThat(line.get("unitPrice").get("amount").asString()).isEqualTo("2.555");
    assertThat(line.get("total").get("amount").asString()).isEqualTo("5.11");
    assertThat(line.get("available").asInt()).isEqualTo(10);
    assertThat(line.get("changes")).isEmpty();
    assertThat(cart.get("totals").toString())
        .isEqualTo(
            """
            [{"amount":"5.11","currency":"GBP"},{"amount":"30000.00","currency":"IDR"}]""");
  }

  @Test
  void a_cart_of_any_size_is_one_call_to_products_and_one_to_inventory() {
    for (int i = 0; i < 5; i++) {
      buyer.add(world.product(shop, "1.00", 1), 1);
    }
    world.reset();

    assertThat(buyer.cart().get("lines")).hasSize(5);

    assertThat(world.products.asked("productsForCheckout")).isOne();
    assertThat(world.inventory.asked("availableForCart")).isOne();
  }

  @Test
  void nobody_is_asked_for_what_nobody_reads() {
    buyer.add(world.product(shop, "1.00", 1), 1);
    world.reset();

    JsonNode cart = buyer.ask("{ cart { lines { quantity title } } }", Map.of()).get("cart");

    assertThat(cart.get("lines")).hasSize(1);
    assertThat(world.products.asked("products")).isZero();
    assertThat(world.inventory.asked("available")).isZero();
  }

  @Test
  void what_changed_since_is_said() {
    UUID dearer = world.product(shop, "1.00", 10);
    UUID archived = world.product(shop, "2.00", 10);
    UUID gone = world.product(shop, "3.00", 10);
    UUID few = world.product(shop, "4.00", 10);
    List.of(dearer, archived, gone, few).forEach(product -> buyer.add(product, 5));
    world.reprice(dearer, "1.50");
    world.archive(archived);
    world.forget(gone);
    world.stock.put(few, 3);

    JsonNode cart = buyer.cart();

    assertThat(changes(cart, 0)).containsExactly("PRICE_CHANGED 1.00");
    assertThat(changes(cart, 1)).containsExactly("ARCHIVED");
    assertThat(changes(cart, 2)).containsExactly("GONE");
    assertThat(changes(cart, 3)).containsExactly("TOO_FEW 3");
    assertThat(cart.get("lines").get(2).get("unitPrice").isNull()).isTrue();
    assertThat(cart.get("lines").get(2).get("title").asString()).isEqualTo("Product " + gone);
    // Of what can be bought: 5 × 1.50 and 5 × 4.00.
    assertThat(cart.get("totals").get(0).get("amount").asString()).isEqualTo("27.50");

    // Who changes the line has seen the price.
    assertThat(changes(buyer.set(dearer, 6, null).get("cart"), 0)).isEmpty();
  }

  @Test
  void who_does_not_answer_makes_things_unknown_not_gone_and_not_0() {
    UUID product = world.product(shop, "1.00", 10);
    buyer.add(product, 5);

    world.inventory.is(Mood.FAILING);
    JsonNode withoutStock = buyer.cart();
    assertThat(withoutStock.get("lines").get(0).get("available").isNull()).isTrue();
    assertThat(withoutStock.get("lines").get(0).get("unitPrice").get("amount").asString())
        .isEqualTo("1.00");
    assertThat(changes(withoutStock, 0)).isEmpty();

    world.reset();
    world.products.is(Mood.FAILING);
    JsonNode withoutPrices = buyer.cart();
    JsonNode line = withoutPrices.get("lines").get(0);
    assertThat(line.get("quantity").asInt()).isEqualTo(5);
    assertThat(line.get("unitPrice").isNull()).isTrue();
    assertThat(line.get("total").isNull()).isTrue();
    assertThat(line.get("changes").isNull()).isTrue();
    assertThat(line.get("available").asInt()).isEqualTo(10);
    assertThat(withoutPrices.get("totals").isNull()).isTrue();
  }

  @Test
  void a_cart_is_its_owners_alone() {
    buyer.add(world.product(shop, "1.00", 10), 5);
    assertThat(people.buyer().cart().get("lines")).isEmpty();
    assertThat(people.guest().cart().get("lines")).isEmpty();
  }

  @Test
  void nobody_has_a_cart_without_a_token() {
    for (String document :
        List.of(
            "{ cart { lines { quantity } } }",
            "mutation { addToCart(input: {productId: \"x\", quantity: 1}) { errors { code } } }",
            "mutation { setCartLine(input: {productId: \"x\", quantity: 1}) { errors { code } } }",
            "mutation { removeFromCart(input: {productId: \"x\"}) { errors { code } } }",
            "mutation { mergeCart(input: {guestToken: \"x\"}) { errors { code } } }")) {
      buyer
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
  }

  // Changing

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1_000_001, Integer.MAX_VALUE})
  void a_quantity_is_1_to_a_million(int quantity) {
    UUID product = world.product(shop, "1.00", 10);
    assertThat(codes(buyer.add(product, quantity))).containsExactly("QUANTITY_OUT_OF_RANGE");
    assertThat(codes(buyer.set(product, quantity, null))).containsExactly("QUANTITY_OUT_OF_RANGE");
    assertThat(buyer.cart().get("lines")).isEmpty();
  }

  @Test
  void what_is_not_sold_is_not_put_in() {
    UUID archived = world.product(shop, "1.00", 10);
    world.archive(archived);
    assertThat(codes(buyer.add(archived, 1))).containsExactly("PRODUCT_ARCHIVED");
    assertThat(codes(buyer.add(UUID.randomUUID(), 1))).containsExactly("PRODUCT_NOT_FOUND");
    assertThat(codes(buyer.add("what?", 1))).containsExactly("PRODUCT_NOT_FOUND");
    world.products.is(Mood.FAILING);
    assertThat(codes(buyer.add(world.product(1), 1))).containsExactly("TRY_AGAIN");
  }

  @Test
  void the_same_key_adds_once() {
    UUID product = world.product(shop, "1.00", 10);
    buyer.add(product, 2, "key");
    JsonNode again = buyer.add(product, 2, "key");

    assertThat(again.get("errors")).isEmpty();
    assertThat(again.get("cart").get("lines").get(0).get("quantity").asInt()).isEqualTo(2);
    assertThat(codes(buyer.add(product, 3, "key"))).containsExactly("KEY_REUSED");
    assertThat(codes(buyer.add(product, 3, ""))).containsExactly("KEY_INVALID");
    assertThat(people.buyer().add(product, 3, "key").get("errors")).isEmpty();
    assertThat(buyer.cart().get("lines").get(0).get("quantity").asInt()).isEqualTo(2);
  }

  @Test
  void a_refused_addition_binds_no_key() {
    UUID product = world.product(shop, "1.00", 10);
    buyer.add(product, 1_000_000);
    assertThat(codes(buyer.add(product, 1, "key"))).containsExactly("QUANTITY_OUT_OF_RANGE");
    buyer.remove(product);
    assertThat(buyer.add(product, 1, "key").get("cart").get("lines")).hasSize(1);
  }

  @Test
  void setting_says_what_is_there_if_it_is_something_else() {
    UUID product = world.product(shop, "1.00", 10);
    buyer.add(product, 2);

    JsonNode answer = buyer.set(product, 5, 1);

    assertThat(codes(answer)).containsExactly("QUANTITY_CHANGED");
    assertThat(answer.get("errors").get(0).get("quantity").asInt()).isEqualTo(2);
    assertThat(buyer.set(product, 5, 2).get("cart").get("lines").get(0).get("quantity").asInt())
        .isEqualTo(5);
  }

  @Test
  void a_thousand_products_are_the_most() {
    checks.update("INSERT INTO cart (owner_id) VALUES (?)", buyer.id());
    checks.update(
        """
        INSERT INTO cart_line SELECT ?, gen_random_uuid(), 1, now(), 'Much', 1, 'GBP'
        FROM generate_series(1, 999)
        """,
        buyer.id());
    UUID last = world.product(shop, "1.00", 10);
    assertThat(buyer.add(last, 1).get("errors")).isEmpty();
    assertThat(codes(buyer.add(world.product(10), 1))).containsExactly("TOO_MANY_LINES");
    assertThat(buyer.add(last, 1).get("errors")).isEmpty();
    assertThat(buyer.cart().get("lines")).hasSize(1_000);
  }

  // Merging

  @Test
  void logging_in_takes_over_the_guests_cart_once() {
    Person guest = people.guest();
    UUID both = world.product(shop, "1.00", 10);
    UUID theirs = world.product(shop, "2.00", 10);
    buyer.add(both, 1);
    guest.add(both, 2);
    guest.add(theirs, 3);

    JsonNode merged = buyer.merge(guest.token());

    assertThat(merged.get("errors")).isEmpty();
    assertThat(quantities(merged.get("cart"))).containsExactly(3, 3);
    assertThat(guest.cart().get("lines")).isEmpty();
    assertThat(quantities(buyer.merge(guest.token()).get("cart"))).containsExactly(3, 3);
    assertThat(quantities(buyer.cart())).containsExactly(3, 3);
  }

  @Test
  void who_was_that_guest_keeps_the_cart() {
    UUID id = UUID.randomUUID();
    Person guest = new Person(buyer.subgraph(), id, TestIssuer.guest(id));
    Person account = new Person(buyer.subgraph(), id, TestIssuer.customer(id));
    guest.add(world.product(shop, "1.00", 10), 2);

    assertThat(quantities(account.merge(guest.token()).get("cart"))).containsExactly(2);
    assertThat(quantities(account.cart())).containsExactly(2);
  }

  @Test
  void only_a_guests_token_that_is_good_is_taken() {
    Person other = people.buyer();
    other.add(world.product(shop, "1.00", 10), 2);
    for (String token :
        List.of(
            other.token(),
            TestIssuer.forged(other.id()),
            TestIssuer.expired(other.id()),
            TestIssuer.ofIssuer(other.id(), "somebody"),
            "",
            "what?")) {
      assertThat(codes(buyer.merge(token))).containsExactly("GUEST_TOKEN_INVALID");
    }
    assertThat(other.cart().get("lines")).hasSize(1);
    assertThat(buyer.cart().get("lines")).isEmpty();
  }

  @Test
  void a_guest_takes_over_nothing() {
    assertThat(
            people
                .guest()
                .failure(
                    "mutation { mergeCart(input: {guestToken: \"x\"}) { errors { code } } }",
                    Map.of()))
        .isEqualTo("FORBIDDEN");
  }

  // Forgetting

  @Test
  void abandoned_carts_are_forgotten_and_old_keys() {
    UUID product = world.product(shop, "1.00", 10);
    Person gone = people.guest();
    gone.add(product, 1, "key");
    buyer.add(product, 1, "key");
    Person recent = people.buyer();
    recent.add(product, 1, "key");
    checks.update(
        "UPDATE cart SET touched_at = now() - interval '31 days' WHERE owner_id = ?", gone.id());
    checks.update(
        "UPDATE cart_addition SET added_at = now() - interval '25 hours' WHERE owner_id = ?",
        buyer.id());

    carts.forget(Duration.ofDays(30), Duration.ofDays(1), 200).block();

    assertThat(gone.cart().get("lines")).isEmpty();
    assertThat(quantities(buyer.add(product, 1, "key").get("cart"))).containsExactly(2);
    assertThat(quantities(recent.add(product, 1, "key").get("cart"))).containsExactly(1);
    assertThat(gone.add(product, 1, "key").get("errors")).isEmpty();
  }

  private static List<UUID> products(JsonNode cart) {
    return cart.get("lines")
        .valueStream()
        .map(line -> UUID.fromString(line.get("productId").asString()))
        .toList();
  }

  private static List<Integer> quantities(JsonNode cart) {
    return cart.get("lines").valueStream().map(line -> line.get("quantity").asInt()).toList();
  }

  private static List<String> changes(JsonNode cart, int line) {
    return cart.get("lines").get(line).get("changes").valueStream().map(CartTests::text).toList();
  }

  private static String text(JsonNode change) {
    return Stream.of(
            change.get("code").asString(),
            change.get("earlierPrice").isNull()
                ? ""
                : change.get("earlierPrice").get("amount").asString(),
            change.get("available").isNull() ? "" : change.get("available").toString())
        .filter(part -> !part.isEmpty())
        .collect(java.util.stream.Collectors.joining(" "));
  }

  private static List<String> codes(JsonNode answer) {
    assertThat(answer.get("cart").isNull()).isTrue();
    return answer.get("errors").valueStream().map(error -> error.get("code").asString()).toList();
  }
}
