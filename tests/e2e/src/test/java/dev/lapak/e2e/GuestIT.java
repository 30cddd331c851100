package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody without an account buys, pays and follows the order, and keeps it as an account. */
class GuestIT {

  private static final String KEEP =
      """
      mutation ($password: String!) {
        keepAccount(input: {password: $password}) {
          user { id email phone roles } tokens { accessToken } errors { code path }
        }
      }
      """;

  @Test
  void guest_buys_pays_and_keeps_the_order_in_an_account() {
    Shop shop = Shop.open();
    String product = shop.sell("2.55", 10);
    Person guest = Person.guest();

    String order = Buying.buy(guest, product, 3).get("checkout.purchase.orders[0].id");
    String proof = Proofs.handIn(guest, order);
    assertThat(
            shop.seller()
                .now("query ($id: ID!) { order(id: $id) { buyer { name phone } } }", of(order))
                .<Map<String, Object>>get("order.buyer"))
        .containsEntry("name", "A Guest")
        .containsEntry("phone", null);
    Proofs.approve(shop.seller(), proof);
    assertThat(orders(guest)).containsExactly(order);

    Answer kept = guest.now(KEEP, Map.of("password", "correct horse"));

    assertThat(kept.failures("keepAccount")).isEmpty();
    assertThat(kept.<String>get("keepAccount.user.phone")).isEqualTo("+6281234567890");
    assertThat(kept.<List<String>>get("keepAccount.user.roles")).containsExactly("CUSTOMER");
    Person account = Person.logIn(guest.email(), "correct horse");
    assertThat(orders(account)).containsExactly(order);
    assertThat(
            account
                .now("query ($id: ID!) { order(id: $id) { status } }", of(order))
                .<String>get("order.status"))
        .isEqualTo("PAID");
  }

  @Test
  void guest_sees_no_other_guest_s_orders_and_does_not_sell() {
    String product = Shop.open().sell("2.55", 10);
    Person guest = Person.guest();
    Person other = Person.guest();
    String order = Buying.buy(guest, product, 1).get("checkout.purchase.orders[0].id");

    assertThat(
            other.now("query ($id: ID!) { order(id: $id) { id } }", of(order)).<Object>get("order"))
        .isNull();
    assertThat(orders(other)).isEmpty();
    for (String forbidden :
        List.of(
            """
            mutation { becomeSeller(input: {name: "Shop", currency: "GBP",
              bankAccount: {bank: "B", holder: "H", number: "12345678"}}) { errors { code } } }
            """,
            "{ sellerOrders { edges { cursor } } }",
            """
            mutation { createWarehouse(input: {name: "Here"}) { errors { code } } }
            """)) {
      assertThat(guest.now(forbidden).requestError()).isEqualTo("FORBIDDEN");
    }
  }

  @Test
  void what_a_guest_says_wrong_is_told_by_field() {
    Answer refused =
        Person.NOBODY.now(
            """
            mutation {
              createGuest(input: {name: " ", email: "nobody", phone: "0812"}) {
                user { id } errors { code message path }
              }
            }
            """);
    assertThat(refused.failures("createGuest"))
        .containsExactly("NAME_LENGTH", "EMAIL_INVALID", "PHONE_INVALID");
    assertThat(Person.NOBODY.now(KEEP, Map.of("password", "correct horse")).requestError())
        .isEqualTo("UNAUTHENTICATED");
    assertThat(
            Person.buyer().now(KEEP, Map.of("password", "correct horse")).failures("keepAccount"))
        .containsExactly("HAS_ACCOUNT");
    assertThat(Person.guest().now(KEEP, Map.of("password", "x")).failures("keepAccount"))
        .containsExactly("PASSWORD_LENGTH");
  }

  private static Map<String, Object> of(String order) {
    return Map.of("id", order);
  }

  private static List<String> orders(Person person) {
    return person.now("{ myOrders { edges { node { id } } } }").get("myOrders.edges[*].node.id");
  }
}
