package dev.lapak.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.local.demo.Listing;
import dev.lapak.local.replay.Invoice.Line;
import dev.lapak.local.state.SetupException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BillTests {

  private static final PriceList PRICES =
      PriceList.of(
          List.of(
              listing("A", "0.855", "sari"),
              listing("B", "2.5", "sari"),
              listing("C", "1", "dewi")));

  @Test
  void lines_of_a_product_are_added_up_before_they_are_rounded_to_the_even_penny() {
    Bill bill = bill("sari", new Line("A", 1), new Line("B", 1), new Line("A", 2));

    // 3 × 0.855 is 2.565; two lines of 0.86 and 1.71 would be 2.57.
    assertThat(bill.total("A")).isEqualByComparingTo("2.56");
    assertThat(bill.total()).isEqualByComparingTo("5.06");
    assertThat(bill.quantities()).isEqualTo(Map.of("A", 3, "B", 1));
  }

  @Test
  void each_seller_has_a_bill() {
    Line[] lines = {new Line("B", 2), new Line("C", 3)};

    assertThat(bill("sari", lines).total()).isEqualByComparingTo("5");
    assertThat(bill("dewi", lines).total()).isEqualByComparingTo("3");
  }

  @Test
  void demand_is_of_all_invoices_and_of_known_products_only() {
    Invoice known = new Invoice("1", "", List.of(new Line("B", 2), new Line("B", 3)));

    assertThat(PRICES.demand(List.of(known, known))).isEqualTo(Map.of("B", 10));
    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> PRICES.demand(List.of(new Invoice("1", "", List.of(new Line("X", 1))))))
        .withMessageContaining("1 SKUs");
  }

  private static Bill bill(String seller, Line... lines) {
    Map<String, Bill> bills = Bill.of(new Invoice("1", "", List.of(lines)), PRICES);
    return Objects.requireNonNull(bills.get(seller));
  }

  private static Listing listing(String sku, String price, String seller) {
    return new Listing(sku, sku, price, "toys", "", seller, 1);
  }
}
