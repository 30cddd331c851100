package dev.lapak.products.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTests {

  private static final Currency GBP = Currency.getInstance("GBP");

  @Test
  void tags_are_trimmed_in_lower_case_sorted_and_each_kept_once() {
    assertThat(offer("1", " Tea ", "MUG", "tea", "Éclair").tags())
        .containsExactly("mug", "tea", "éclair");
  }

  @Test
  void twenty_different_tags_are_enough() {
    String[] twenty = IntStream.range(0, 20).mapToObj(i -> "t" + i).toArray(String[]::new);
    String[] more = IntStream.range(0, 21).mapToObj(i -> "t" + i).toArray(String[]::new);

    assertThat(codes(offer("1", twenty))).isEmpty();
    assertThat(codes(offer("1", more))).containsExactly(ProductErrorCode.TAGS_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0001", "1", "1E+2", "999999999.9999", "2.50000000"})
  void price_is_above_0_and_below_a_thousand_million(String amount) {
    assertThat(codes(offer(amount))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.00001", "1.23456", "1000000000", "1E+9"})
  void no_other_price(String amount) {
    assertThat(codes(offer(amount))).containsExactly(ProductErrorCode.PRICE_OUT_OF_RANGE);
  }

  @ParameterizedTest
  @CsvSource({"EUR", "IDR"})
  void price_is_in_the_sellers_currency(String currency) {
    assertThat(OfferRules.errors(offer("1"), Currency.getInstance(currency)))
        .extracting(ProductError::code)
        .containsExactly(ProductErrorCode.WRONG_CURRENCY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-1", "a b", "#1/2", "é", "商品", "🛒", "0"})
  void sku_is_printable(String sku) {
    assertThat(OfferRules.errors(offer(sku, new BigDecimal("1")), GBP)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\u0000",
        "\u3164",
        "\u2800 \ufe0f",
        "\u200b",
        "a\u2028b",
        "a\u202eb",
        "\ud800"
      })
  void no_other_sku(String sku) {
    assertThat(OfferRules.errors(offer(sku, new BigDecimal("1")), GBP))
        .extracting(ProductError::code)
        .containsExactly(ProductErrorCode.SKU_INVALID);
  }

  private static List<ProductErrorCode> codes(Offer offer) {
    return OfferRules.errors(offer, GBP).stream().map(ProductError::code).toList();
  }

  private static Offer offer(String amount, String... tags) {
    return new Offer(
        "sku", "title", "", new Offer.Price(new BigDecimal(amount), GBP), null, List.of(tags));
  }

  private static Offer offer(String sku, BigDecimal amount) {
    return new Offer(sku, "title", "", new Offer.Price(amount, GBP), null, List.of());
  }
}
