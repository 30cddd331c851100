package dev.lapak.orders.cart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.money.Money;
import dev.lapak.platform.outcome.Outcome;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CartDecisionTests {

  private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-01-01T00:00:00Z");
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-02T00:00:00Z");

  private final UUID lamp = UUID.randomUUID();
  private final UUID mug = UUID.randomUUID();
  private final Cart empty = new Cart(List.of());

  @Test
  void adding_adds_up_and_takes_what_its_owner_sees_now_but_keeps_its_place() {
    Cart cart = done(new Cart(List.of(line(lamp, 2, "1.00"), line(mug, 1, "3.00"))).add(now(lamp)));

    assertThat(cart.lines())
        .containsExactly(
            new CartLine(lamp, 3, THEN, "New", Money.of("9.00", "GBP")), line(mug, 1, "3.00"));
  }

  @Test
  void a_million_of_a_product_are_the_most() {
    Cart full = new Cart(List.of(line(lamp, 999_999, "1.00")));

    assertThat(done(full.add(now(lamp))).lines().getFirst().quantity()).isEqualTo(1_000_000);
    assertThat(code(done(full.add(now(lamp))).add(now(lamp))))
        .isEqualTo(CartErrorCode.QUANTITY_OUT_OF_RANGE);
  }

  @Test
  void a_thousand_products_are_the_most() {
    Cart full =
        new Cart(Stream.generate(() -> line(UUID.randomUUID(), 1, "1.00")).limit(1_000).toList());

    assertThat(code(full.add(now(lamp)))).isEqualTo(CartErrorCode.TOO_MANY_LINES);
    assertThat(code(full.set(now(lamp), null))).isEqualTo(CartErrorCode.TOO_MANY_LINES);
    assertThat(code(full.takeOver(new Cart(List.of(now(lamp))))))
        .isEqualTo(CartErrorCode.TOO_MANY_LINES);
    UUID there = full.lines().getLast().productId();
    assertThat(done(full.add(now(there))).lines()).hasSize(1_000);
  }

  @Test
  void setting_compares_where_it_is_told_what_to_expect() {
    Cart cart = new Cart(List.of(line(lamp, 2, "1.00")));

    assertThat(done(cart.set(now(lamp), 2)).lines().getFirst().quantity()).isOne();
    assertThat(done(cart.set(now(lamp), null)).lines().getFirst().quantity()).isOne();
    assertThat(done(empty.set(now(lamp), 0)).lines()).hasSize(1);
    Outcome<Cart, CartError> other = cart.set(now(lamp), 1);
    assertThat(code(other)).isEqualTo(CartErrorCode.QUANTITY_CHANGED);
    assertThat(((Outcome.Refused<Cart, CartError>) other).errors().getFirst().quantity())
        .isEqualTo(2);
  }

  @Test
  void taking_over_loses_nothing_and_stops_at_a_million() {
    Cart own = new Cart(List.of(line(lamp, 700_000, "1.00")));
    Cart other = new Cart(List.of(line(mug, 1, "3.00"), line(lamp, 700_000, "2.00")));

    assertThat(done(own.takeOver(other)).lines())
        .containsExactly(line(lamp, 1_000_000, "1.00"), line(mug, 1, "3.00"));
  }

  @Test
  void removing_what_is_not_there_changes_nothing() {
    Cart cart = new Cart(List.of(line(lamp, 2, "1.00")));
    assertThat(done(cart.remove(mug))).isEqualTo(cart);
    assertThat(done(cart.remove(lamp))).isEqualTo(empty);
  }

  private static CartLine line(UUID product, int quantity, String price) {
    return new CartLine(product, quantity, THEN, "Old", Money.of(price, "GBP"));
  }

  private static CartLine now(UUID product) {
    return new CartLine(product, 1, NOW, "New", Money.of("9.00", "GBP"));
  }

  private static Cart done(Outcome<Cart, CartError> outcome) {
    return ((Outcome.Done<Cart, CartError>) outcome).value();
  }

  private static CartErrorCode code(Outcome<Cart, CartError> outcome) {
    return ((Outcome.Refused<Cart, CartError>) outcome).errors().getFirst().code();
  }
}
