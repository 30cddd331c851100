package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A cart, from putting in to buying. */
class CartIT {

  private static final String CART =
      """
      totals { amount currency }
      lines {
        product { title seller { name } } title quantity unitPrice { amount } total { amount }
        available changes { code earlierPrice { amount } available }
      }
      """;

  private static final String ADD =
      """
      mutation ($product: ID!, $quantity: Int!) {
        addToCart(input: {productId: $product, quantity: $quantity}) {
          cart { %s } errors { code quantity }
        }
      }
      """
          .formatted(CART);

  private static final String SET =
      """
      mutation ($product: ID!, $quantity: Int!, $expected: Int) {
        setCartLine(input: {productId: $product, quantity: $quantity, expectedQuantity: $expected}) {
          cart { lines { quantity } } errors { code quantity }
        }
      }
      """;

  private static final String REMOVE =
      """
      mutation ($product: ID!) {
        removeFromCart(input: {productId: $product}) {
          cart { lines { quantity } } errors { code }
        }
      }
      """;

  private static final String REPRICE =
      """
      mutation ($id: ID!, $price: Decimal!) {
        updateProduct(input: {id: $id, expectedVersion: 1, price: {amount: $price, currency: "GBP"}}) {
          errors { code }
        }
      }
      """;

  private static final String BUY =
      """
      mutation ($input: CheckoutInput!) {
        checkout(input: $input) {
          replayed
          purchase { id orders { contact { email } note metadata lines { quantity } } }
          errors { code productId totals { amount currency } retryAfterMillis }
        }
      }
      """;

  Shop shop;
  Person buyer;

  @BeforeEach
  void someone() {
    shop = Shop.open();
    buyer = Person.buyer();
  }

  @Test
  void what_is_put_in_costs_what_it_costs_now_and_is_bought_as_shown() {
    String lamp = shop.sell("2.50", 10);
    String mug = shop.sell("4.00", 3);
    add(lamp, 1);
    add(mug, 5);
    assertThat(add(lamp, 1).failures("addToCart")).isEmpty();
    assertThat(shop.seller().now(REPRICE, Map.of("id", lamp, "price", "3.00")).body())
        .contains("\"errors\":[]");

    Answer cart = buyer.now("{ cart { %s } }".formatted(CART));
    assertThat(cart.<List<Integer>>get("cart.lines[*].quantity")).containsExactly(2, 5);
    assertThat(cart.<String>get("cart.lines[0].product.seller.name")).startsWith("Shop of");
    assertThat(cart.<String>get("cart.totals[0].amount")).isEqualTo("26.00");
    assertThat(cart.<List<String>>get("cart.lines[*].changes[*].code"))
        .containsExactly("PRICE_CHANGED", "TOO_FEW");
    assertThat(cart.<String>get("cart.lines[0].changes[0].earlierPrice.amount")).isEqualTo("2.50");
    assertThat(cart.<Integer>get("cart.lines[1].changes[0].available")).isEqualTo(3);

    assertThat(set(mug, 3, 4).failures("setCartLine")).containsExactly("QUANTITY_CHANGED");
    assertThat(set(mug, 3, 5).failures("setCartLine")).isEmpty();

    Answer dearer = buy("key", "19.00");
    assertThat(dearer.failures("checkout")).containsExactly("PRICE_CHANGED");
    assertThat(dearer.<String>get("checkout.errors[0].totals[0].amount")).isEqualTo("18.00");
    assertThat(shop.levels(mug)).isEqualTo(new Shop.Levels(3, 3, 0, 3));

    Answer bought = buy("key", "18.00");
    assertThat(bought.failures("checkout")).isEmpty();
    assertThat(bought.<String>get("checkout.purchase.orders[0].contact.email"))
        .isEqualTo("budi@example.test");
    assertThat(bought.<String>get("checkout.purchase.orders[0].note")).isEqualTo("Ring twice.");
    assertThat(bought.<Boolean>get("checkout.purchase.orders[0].metadata.gift")).isTrue();
    assertThat(shop.levels(mug)).isEqualTo(new Shop.Levels(0, 3, 3, 0));
    assertThat(buyer.now("{ cart { lines { quantity } } }").<List<Object>>get("cart.lines"))
        .isEmpty();

    Answer again = buy("key", "18.00");
    assertThat(again.<Boolean>get("checkout.replayed")).isTrue();
    assertThat(again.<Object>get("checkout.purchase"))
        .isEqualTo(bought.<Object>get("checkout.purchase"));
  }

  @Test
  void two_tabs_lose_nothing() {
    String product = shop.sell("1.00", 100);

    List<Answer> answers =
        Patience.await(Flux.range(0, 20).flatMap(i -> adding(buyer, product, 1), 20).collectList());

    assertThat(answers).allSatisfy(answer -> assertThat(answer.failures("addToCart")).isEmpty());
    assertThat(
            buyer
                .now("{ cart { lines { quantity } } }")
                .<List<Integer>>get("cart.lines[*].quantity"))
        .containsExactly(20);
    assertThat(
            buyer
                .now(REMOVE, Map.of("product", product))
                .<List<Object>>get("removeFromCart.cart.lines"))
        .isEmpty();
  }

  @Test
  void who_logs_in_takes_over_the_guests_cart_once() {
    String product = shop.sell("1.00", 100);
    Person guest = Person.guest();
    add(guest, product, 2);
    add(buyer, product, 3);

    assertThat(merge(buyer, guest).<List<Integer>>get("mergeCart.cart.lines[*].quantity"))
        .containsExactly(5);
    assertThat(merge(buyer, guest).<List<Integer>>get("mergeCart.cart.lines[*].quantity"))
        .containsExactly(5);
    assertThat(guest.now("{ cart { lines { quantity } } }").<List<Object>>get("cart.lines"))
        .isEmpty();
    assertThat(merge(buyer, Person.buyer()).failures("mergeCart"))
        .containsExactly("GUEST_TOKEN_INVALID");
    assertThat(merge(guest, Person.guest()).requestError()).isEqualTo("FORBIDDEN");
  }

  @Test
  void a_guest_buys_the_cart_and_the_seller_sees_how_to_reach_the_guest() {
    String product = shop.sell("1.00", 100);
    Person guest = Person.guest();
    add(guest, product, 2);

    Answer bought =
        guest.now(BUY, Map.of("input", Map.of("idempotencyKey", "key", "fromCart", true)));

    assertThat(bought.failures("checkout")).isEmpty();
    Answer seen =
        shop.seller().now("{ sellerOrders { edges { node { contact { name email phone } } } } }");
    assertThat(seen.<Map<String, Object>>get("sellerOrders.edges[0].node.contact"))
        .containsEntry("name", "A Guest")
        .containsEntry("email", guest.email())
        .containsEntry("phone", "+6281234567890");
  }

  @Test
  void prices_ids_and_negative_quantities_are_not_the_clients_to_say() {
    String product = shop.sell("5.00", 10);
    String document =
        "mutation { checkout(input: {idempotencyKey: \"k\", lines: [{productId: \"%s\", quantity: %s}]%s}) { errors { code } } }";

    assertThat(buyer.now(document.formatted(product, "-1", "")).failures("checkout"))
        .containsExactly("QUANTITY_OUT_OF_RANGE");
    assertThat(buyer.now(document.formatted(product, "1, price: \"0.01\"", "")).requestError())
        .isEqualTo("GRAPHQL_VALIDATION_FAILED");
    assertThat(
            buyer
                .now(document.formatted(product, "1", ", buyerId: \"" + product + "\""))
                .requestError())
        .isEqualTo("GRAPHQL_VALIDATION_FAILED");
    assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(10, 10, 0, 10));
  }

  private Answer add(String product, int quantity) {
    return add(buyer, product, quantity);
  }

  private static Answer add(Person to, String product, int quantity) {
    return Patience.await(adding(to, product, quantity));
  }

  private static Mono<Answer> adding(Person to, String product, int quantity) {
    return to.ask(ADD, Map.of("product", product, "quantity", quantity));
  }

  private static Answer merge(Person into, Person from) {
    return into.now(
        """
        mutation ($token: String!) {
          mergeCart(input: {guestToken: $token}) { cart { lines { quantity } } errors { code } }
        }
        """,
        Map.of("token", String.valueOf(from.token())));
  }

  private Answer set(String product, int quantity, int expected) {
    return buyer.now(SET, Map.of("product", product, "quantity", quantity, "expected", expected));
  }

  private Answer buy(String key, String total) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", key);
    input.put("fromCart", true);
    input.put("expectedTotals", List.of(Map.of("amount", total, "currency", "GBP")));
    input.put("contact", Map.of("name", "Budi", "email", "budi@example.test"));
    input.put("note", "Ring twice.");
    input.put("metadata", Map.of("gift", true));
    return buyer.now(BUY, Map.of("input", input));
  }
}
