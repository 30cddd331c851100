package dev.lapak.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.local.demo.Listing;
import dev.lapak.local.replay.Invoice.Line;
import dev.lapak.local.state.SetupException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceFileTests {

  private static final String HEAD = "invoice,time,customer,country,sku,quantity,unit_price_gbp\n";

  @Test
  void own_file_has_a_thousand_invoices_with_all_of_their_lines() throws IOException {
    List<Invoice> invoices = InvoiceFile.read(Optional.empty());

    assertThat(invoices).hasSize(1_000);
    assertThat(invoices.stream().mapToInt(invoice -> invoice.lines().size()).sum())
        .isEqualTo(28_007);
    assertThat(invoices.stream().filter(Invoice::isOfGuest)).hasSize(66);
    assertThat(invoices.getFirst().number()).isEqualTo("536365");
    assertThat(invoices.getFirst().customer()).isEqualTo("17850");
    assertThat(invoices.getFirst().lines()).contains(new Line("85123A", 6)).hasSize(7);
  }

  @Test
  void lines_of_an_invoice_need_not_be_together_nor_columns_in_their_order() throws IOException {
    List<Invoice> invoices =
        read(
            """
            sku,quantity,note,customer,invoice
            A,1,x,,1
            B,2,y,c,2
            A,3,z,,1
            """);

    assertThat(invoices)
        .containsExactly(
            new Invoice("1", "", List.of(new Line("A", 1), new Line("A", 3))),
            new Invoice("2", "c", List.of(new Line("B", 2))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5", "x", "1000001", "10000000000"})
  void quantity_is_1_to_a_million(String quantity) {
    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> read(HEAD + "1,t,c,UK,A,1,1\n1,t,c,UK,A," + quantity + ",1\n"))
        .withMessageContaining("Line 3: quantity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a,b\n1,2\n", "invoice,sku,quantity\n", "invoice,sku,quantity\n,A,1\n"})
  void what_is_no_file_of_invoices_is_said(String text) {
    assertThatExceptionOfType(SetupException.class).isThrownBy(() -> read(text));
  }

  @Test
  void missing_quantity_is_said() {
    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> read("invoice,sku\n1,A\n"))
        .withMessage("Line 2 has no quantity.");
  }

  @Test
  void lines_of_one_sku_add_up_to_no_more_than_a_checkout_takes() {
    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> read(HEAD + "1,t,c,UK,A,1000000,1\n1,t,c,UK,A,1,1\n"))
        .withMessageContaining("Invoice 1 has 1,000,001 of A");
  }

  @Test
  void file_wants_no_more_of_a_sku_than_can_be_in_stock() throws IOException {
    String sku = Listing.read().getFirst().sku();
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < 2_200; i++) {
      text.append("%d,t,c,UK,%s,1000000,1\n".formatted(i, sku));
    }
    List<Invoice> invoices = read(text.toString());
    PriceList prices = PriceList.of(Listing.read());

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> prices.demand(invoices))
        .withMessageContaining("2,200,000,000");
    assertThat(prices.demand(invoices.subList(0, 1_000))).containsEntry(sku, 1_000_000_000);
  }

  @Test
  void invoice_has_at_most_as_many_lines_as_a_checkout() throws IOException {
    assertThat(read(HEAD + "1,t,c,UK,A,1,1\n".repeat(1_000))).hasSize(1);
    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> read(HEAD + "1,t,c,UK,A,1,1\n".repeat(1_001)))
        .withMessageContaining("1,001 lines");
  }

  private static List<Invoice> read(String text) throws IOException {
    return InvoiceFile.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
