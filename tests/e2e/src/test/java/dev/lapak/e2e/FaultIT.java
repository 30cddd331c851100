package dev.lapak.e2e;

import static dev.lapak.e2e.Buying.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The network breaks before and after each call of a checkout, once and for longer. However it
 * ends, the same key ends in one purchase with one live reservation for each of its orders.
 */
class FaultIT {

  private Shop shop;
  private Shop other;

  /** New ones each time: a seller's account is remembered for a while. */
  @BeforeEach
  void shops() {
    shop = Shop.open();
    other = Shop.open();
  }

  @AfterEach
  void mend() {
    Lapak.SUBGRAPHS.forEach(name -> Lapak.running().cable(name).mend());
  }

  /** Who asks whom for what: the router orders, and orders the others. */
  static Stream<Arguments> faults() {
    return Stream.of(
            Arguments.of("orders", "checkout(input"),
            Arguments.of("products", "productsForCheckout"),
            Arguments.of("users", "sellersForCheckout"),
            Arguments.of("inventory", "reserveStock"))
        .flatMap(
            call ->
                Stream.of(Cable.Moment.values())
                    .flatMap(
                        moment ->
                            Stream.of(1, 1_000)
                                .map(
                                    times ->
                                        Arguments.of(
                                            call.get()[0], call.get()[1], moment, times))));
  }

  @ParameterizedTest(name = "{0} {2} ×{3}")
  @MethodSource("faults")
  void wherever_it_breaks_the_same_key_ends_in_one_purchase(
      String subgraph, String text, Cable.Moment moment, int times) {
    String product = shop.sell("2.00", 3);
    String another = other.sell("5.00", 1);
    Person buyer = Person.buyer();
    String key = Buying.key();
    Cable cable = Lapak.running().cable(subgraph);
    cable.breakAt(text, moment, times);

    // All that there is: a second reservation would find nothing.
    Answer first =
        Patience.await(Buying.checkout(buyer, key, List.of(line(product, 3), line(another, 1))));
    assertThat(cable.timesLeft()).as("it broke").isLessThan(times);
    cable.mend();

    Answer second =
        Patience.await(
            Buying.patientCheckout(buyer, key, List.of(line(product, 3), line(another, 1))));
    Answer third =
        Patience.await(Buying.checkout(buyer, key, List.of(line(product, 3), line(another, 1))));

    assertThat(second.failures("checkout")).as("after %s", first.body()).isEmpty();
    assertThat(second.<List<Object>>get("checkout.purchase.orders")).hasSize(2);
    assertThat(third.<Boolean>get("checkout.replayed")).isTrue();
    assertThat(third.<Object>get("checkout.purchase"))
        .isEqualTo(second.<Object>get("checkout.purchase"));
    assertThat(first.body()).doesNotContain("OUT_OF_STOCK", "INTERNAL");
    assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(0, 3, 3, 0));
    assertThat(other.levels(another)).isEqualTo(new Shop.Levels(0, 1, 1, 0));
    assertThat(buyer.now("{ myOrders { totalCount } }").<Integer>get("myOrders.totalCount"))
        .isEqualTo(2);
  }
}
