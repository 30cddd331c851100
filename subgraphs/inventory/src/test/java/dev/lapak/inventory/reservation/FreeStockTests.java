package dev.lapak.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FreeStockTests {

  private static final UUID PRODUCT = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final UUID A = new UUID(1, 1);
  private static final UUID B = new UUID(1, 2);
  private static final UUID C = new UUID(1, 3);

  private final FreeStock stock =
      new FreeStock(
          List.of(
              new Shelf(PRODUCT, A, 3),
              new Shelf(PRODUCT, B, 10),
              new Shelf(PRODUCT, C, 7),
              new Shelf(OTHER, A, 1)));

  @Test
  void line_that_fits_is_not_split() {
    assertThat(stock.take(PRODUCT, 10)).contains(List.of(line(B, 10)));
  }

  @Test
  void line_takes_from_the_fullest_first_and_is_split_as_little_as_possible() {
    assertThat(stock.take(PRODUCT, 12)).contains(List.of(line(B, 10), line(C, 2)));
    assertThat(stock.take(PRODUCT, 6)).contains(List.of(line(C, 5), line(A, 1)));
    assertThat(stock.available(PRODUCT)).isEqualTo(2);
  }

  @Test
  void equal_ones_are_taken_from_in_the_same_order_always() {
    FreeStock equal =
        new FreeStock(
            List.of(new Shelf(PRODUCT, C, 5), new Shelf(PRODUCT, B, 5), new Shelf(PRODUCT, A, 5)));
    assertThat(equal.take(PRODUCT, 7)).contains(List.of(line(A, 5), line(B, 2)));
  }

  @Test
  void all_or_nothing_is_taken() {
    assertThat(stock.take(PRODUCT, 21)).isEqualTo(Optional.empty());
    assertThat(stock.available(PRODUCT)).isEqualTo(20);
    assertThat(stock.take(PRODUCT, 20)).isPresent();
    assertThat(stock.take(PRODUCT, 1)).isEmpty();
    assertThat(stock.take(OTHER, 1)).isPresent();
  }

  @Test
  void what_is_put_back_can_be_taken_again() {
    stock.putBack(stock.take(PRODUCT, 20).orElseThrow());
    assertThat(stock.take(PRODUCT, 20)).isPresent();
  }

  @Test
  void unknown_product_has_none() {
    assertThat(stock.available(new UUID(9, 9))).isZero();
    assertThat(stock.take(new UUID(9, 9), 1)).isEmpty();
  }

  @Test
  void more_than_an_int_is_the_largest_int() {
    FreeStock much =
        new FreeStock(
            List.of(
                new Shelf(PRODUCT, A, 1_000_000_000),
                new Shelf(PRODUCT, B, 1_000_000_000),
                new Shelf(PRODUCT, C, 1_000_000_000)));
    assertThat(much.available(PRODUCT)).isEqualTo(Integer.MAX_VALUE);
  }

  private static ReservationLine line(UUID warehouse, int quantity) {
    return new ReservationLine(PRODUCT, warehouse, quantity);
  }
}
