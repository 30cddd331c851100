package dev.lapak.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ListingTests {

  private final List<Listing> listings = Listing.read();

  @Test
  void the_whole_catalogue_is_there() {
    assertThat(listings).hasSize(2_690);
    assertThat(listings).extracting(Listing::sku).doesNotHaveDuplicates();
  }

  @Test
  void a_line_is_what_the_data_set_says() {
    Listing listing =
        listings.stream().filter(each -> each.sku().equals("85123A")).findFirst().orElseThrow();

    assertThat(listing.title()).isEqualTo("White Hanging Heart T-Light Holder");
    assertThat(listing.stock()).isEqualTo(3_757);
    assertThat(listing.row())
        .containsEntry("price", "2.95")
        .containsEntry("tags", List.of("candle", "hanging", "heart", "white"));
  }

  @Test
  void every_line_is_what_the_contract_takes() {
    List<String> categories = Category.read().stream().map(Category::slug).toList();
    List<String> sellers = Seller.ALL.stream().map(Seller::key).toList();

    assertThat(listings)
        .allSatisfy(
            listing -> {
              assertThat(listing.sku()).isNotBlank().hasSizeLessThanOrEqualTo(64);
              assertThat(listing.title()).isNotBlank().hasSizeLessThanOrEqualTo(200);
              assertThat(new BigDecimal(listing.price())).isPositive();
              assertThat(new BigDecimal(listing.price()).scale()).isBetween(2, 4);
              assertThat(listing.stock()).isPositive();
              assertThat(categories).contains(listing.category());
              assertThat(sellers).contains(listing.seller());
            });
  }

  @Test
  void sellers_have_about_as_many_each() {
    Map<String, Long> counts =
        listings.stream().collect(Collectors.groupingBy(Listing::seller, Collectors.counting()));

    assertThat(counts).hasSize(3);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(800L, 1_000L));
  }

  @Test
  void a_batch_is_one_operation_with_an_input_for_each() {
    Batch batch =
        Batch.of("rename(input: $input) { errors { code } }", "Input!", List.of("a", "b"));

    assertThat(batch.document())
        .isEqualTo(
            """
            mutation ($input0: Input!
            $input1: Input!) {
            m0: rename(input: $input0) { errors { code } }
            m1: rename(input: $input1) { errors { code } }
            }""");
    assertThat(batch.variables()).isEqualTo(Map.of("input0", "a", "input1", "b"));
  }
}
