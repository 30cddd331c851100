package dev.lapak.e2e;

import static dev.lapak.e2e.Buying.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Many people at once. */
class CheckoutRacesIT {

  @Test
  void stock_of_50_makes_exactly_50_orders_for_200_buyers_at_once() {
    Shop shop = Shop.open();
    String product = shop.sell("2.55", 50);
    List<Person> buyers =
        Patience.await(Flux.range(0, 200).flatMap(i -> Person.register(), 8).collectList());

    List<Answer> answers =
        Patience.await(
            Flux.fromIterable(buyers)
                .flatMap(
                    buyer -> Buying.patientCheckout(buyer, Buying.key(), List.of(line(product, 1))),
                    200)
                .collectList());

    assertThat(answers).filteredOn(CheckoutRacesIT::bought).hasSize(50);
    assertThat(answers)
        .filteredOn(answer -> !bought(answer))
        .hasSize(150)
        .allSatisfy(
            answer -> assertThat(answer.failures("checkout")).containsExactly("OUT_OF_STOCK"));
    assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(0, 50, 50, 0));
  }

  @Test
  void the_same_key_20_times_at_once_makes_one_purchase() {
    Shop shop = Shop.open();
    String product = shop.sell("2.55", 50);
    Person buyer = Person.buyer();
    String key = Buying.key();

    List<Answer> answers =
        Patience.await(
            Flux.range(0, 20)
                .flatMap(i -> Buying.patientCheckout(buyer, key, List.of(line(product, 2))), 20)
                .collectList());

    assertThat(answers).allMatch(CheckoutRacesIT::bought);
    assertThat(answers)
        .extracting(answer -> answer.get("checkout.purchase.id"))
        .containsOnly((Object) answers.getFirst().get("checkout.purchase.id"));
    assertThat(answers)
        .filteredOn(answer -> !answer.<Boolean>get("checkout.replayed"))
        .as("made, not replayed")
        .hasSize(1);
    assertThat(shop.levels(product)).isEqualTo(new Shop.Levels(48, 50, 2, 48));
    assertThat(buyer.now("{ myOrders { totalCount } }").<Integer>get("myOrders.totalCount"))
        .isEqualTo(1);
  }

  @Test
  void opposite_carts_at_once_neither_lock_up_nor_oversell() {
    Shop shop = Shop.open();
    String one = shop.sell("1.00", 30);
    String other = shop.sell("1.00", 30);
    List<Person> buyers =
        Patience.await(Flux.range(0, 8).flatMap(i -> Person.register(), 8).collectList());

    List<Answer> answers =
        Patience.await(
            Flux.fromStream(IntStream.range(0, 80).boxed())
                .flatMap(
                    i ->
                        Buying.patientCheckout(
                            buyers.get(i % buyers.size()),
                            Buying.key(),
                            i % 2 == 0
                                ? List.of(line(one, 1), line(other, 1))
                                : List.of(line(other, 1), line(one, 1))),
                    80)
                .collectList());

    assertThat(answers).filteredOn(CheckoutRacesIT::bought).hasSize(30);
    assertThat(shop.levels(one)).isEqualTo(new Shop.Levels(0, 30, 30, 0));
    assertThat(shop.levels(other)).isEqualTo(new Shop.Levels(0, 30, 30, 0));
  }

  private static boolean bought(Answer answer) {
    return answer.get("checkout.purchase") != null;
  }
}
