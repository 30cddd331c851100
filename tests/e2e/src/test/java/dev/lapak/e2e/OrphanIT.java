package dev.lapak.e2e;

import static dev.lapak.e2e.Buying.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin finds of a checkout that was cut off. */
class OrphanIT {

  Person admin;

  @BeforeEach
  void logIn() {
    admin = Person.admin();
  }

  @AfterEach
  void mend() {
    Lapak.running().cable("inventory").mend();
  }

  @Test
  void stock_without_an_order_is_found_and_later_its_purchase() {
    Shop shop = Shop.open();
    String product = shop.sell("2.00", 3);
    Person buyer = Person.buyer();
    String key = Buying.key();
    Lapak.running().cable("inventory").breakAt("reserveStock", Cable.Moment.AFTER, 1_000);
    Answer cutOff = Patience.await(Buying.checkout(buyer, key, List.of(line(product, 3))));
    assertThat(cutOff.failures("checkout")).containsExactly("TRY_AGAIN");
    assertThat(purchaseByKey(buyer, key).<Object>get("purchaseByKey")).isNull();

    List<String> orphans = Orphans.of(admin, product);
    assertThat(orphans).hasSize(1);
    assertThat(byReservation(orphans.getFirst()).<Object>get("purchaseByReservation")).isNull();

    Lapak.running().cable("inventory").mend();
    Answer bought = Patience.await(Buying.patientCheckout(buyer, key, List.of(line(product, 3))));

    String purchase = bought.get("checkout.purchase.id");
    assertThat(byReservation(orphans.getFirst()).<String>get("purchaseByReservation.id"))
        .isEqualTo(purchase);
    assertThat(purchaseByKey(buyer, key).<String>get("purchaseByKey.id")).isEqualTo(purchase);
    assertThat(Orphans.of(admin, product)).isEmpty();
  }

  @Test
  void this_is_for_admins() {
    assertThat(Person.buyer().now(Orphans.LIST).requestError()).isEqualTo("FORBIDDEN");
  }

  private Answer byReservation(String id) {
    return admin.now(
        "query ($id: ID!) { purchaseByReservation(reservationId: $id) { id } }", Map.of("id", id));
  }

  private Answer purchaseByKey(Person buyer, String key) {
    String id = buyer.now("{ me { id } }").get("me.id");
    return admin.now(
        "query ($id: ID!, $key: String!) { purchaseByKey(buyerId: $id, key: $key) { id } }",
        Map.of("id", id, "key", key));
  }
}
