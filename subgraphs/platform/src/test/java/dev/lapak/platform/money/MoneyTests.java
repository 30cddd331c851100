package dev.lapak.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {

  @ParameterizedTest
  @CsvSource({
    "2.5,      GBP, 2.50",
    "2.55,     GBP, 2.55",
    "2.5500,   GBP, 2.55",
    "0.0001,   GBP, 0.0001",
    "0,        GBP, 0.00",
    "1E+3,     GBP, 1000.00",
    "100,      JPY, 100",
    "100.0,    JPY, 100",
    "100.25,   JPY, 100.25",
    "1.5,      KWD, 1.500",
    "1,        XAU, 1",
    "-2.5,     GBP, -2.50",
  })
  void amount_has_at_least_the_currencys_decimals(String amount, String currency, String shown) {
    assertThat(Money.of(amount, currency).amount().toString()).isEqualTo(shown);
  }

  @Test
  void four_decimals_are_kept_and_five_refused() {
    assertThat(Money.of("1.2345", "GBP").amount()).isEqualTo(new BigDecimal("1.2345"));
    assertThatThrownBy(() -> Money.of("1.23456", "GBP"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equal_amounts_are_equal_however_written() {
    assertThat(Money.of("2.5", "GBP"))
        .isEqualTo(Money.of("2.500", "GBP"))
        .hasSameHashCodeAs(Money.of("2.500", "GBP"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.005, 1, 0.00", // half to the even 0
    "0.015, 1, 0.02", // half to the even 2
    "0.0051, 1, 0.01",
    "2.555, 3, 7.66", // 7.665
    "0.0001, 50, 0.00",
    "0.0001, 51, 0.01",
    "999999999.9999, 2147483647, 2147483646999785251.64",
  })
  void line_total_rounds_half_even_once(String unit, int quantity, String total) {
    assertThat(Money.of(unit, "GBP").times(quantity)).isEqualTo(Money.of(total, "GBP"));
  }

  @Test
  void sums_stay_in_one_currency() {
    assertThat(Money.of("0.10", "GBP").plus(Money.of("0.20", "GBP")))
        .isEqualTo(Money.of("0.30", "GBP"));
    assertThat(Money.zero(Currency.getInstance("GBP")).plus(Money.of("1", "GBP")))
        .isEqualTo(Money.of("1", "GBP"));
    assertThatThrownBy(() -> Money.of("1", "GBP").plus(Money.of("1", "EUR")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
