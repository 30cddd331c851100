package dev.lapak.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTests {

  @ParameterizedTest
  @CsvSource({
    "+62 812-3456-7890, +6281234567890",
    "' +62 (0)812 3456 7890 ', +6281234567890",
    "+44 20 7946 0958, +442079460958",
    "+1 (201) 555-0123, +12015550123",
    "＋６２８１２３４５６７８９０, +6281234567890",
    "+65 8123 4567, +6581234567",
  })
  void number_is_kept_in_e164_however_it_is_written(String written, String kept) {
    assertThat(Phone.parse(written)).contains(new Phone(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "0812 3456 7890",
        "6281234567890",
        "+62",
        "+62 1",
        "+999 1234 5678",
        "+1 000 000 0000",
        "+44 20 7946 0958 ext. 12",
        "+44 20 7946 0958;ext=12",
        "+44 20 7946 0958#12",
        "+1 800 FLOWERS",
        "tel:+6281234567890",
        "call me",
        "🛒",
        "+62812345678901234567890",
      })
  void anything_else_is_none(String text) {
    assertThat(Phone.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 251, 1_000_000})
  void what_is_too_long_is_not_looked_at(int length) {
    assertThat(Phone.parse("+44 20 7946 0958" + " ".repeat(length - 16))).isEmpty();
  }
}
