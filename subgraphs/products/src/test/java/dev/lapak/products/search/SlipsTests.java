package dev.lapak.products.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTests {

  @ParameterizedTest
  @CsvSource({
    "lantern, lantern, 0",
    "lanturn, lantern, 1",
    "haert, heart, 1",
    "lanterrn, lantern, 1",
    "lanern, lantern, 1",
    "chrsitmsa, christmas, 2",
    "abc, xyz, 3",
    "a, abcd, 3",
    "éclair, eclair, 1",
    "🛒rt, 🛍rt, 1",
  })
  void slips_between_two_words(String typed, String meant, int slips) {
    assertThat(Slips.between(typed, meant)).isEqualTo(slips);
    assertThat(Slips.between(meant, typed)).isEqualTo(slips);
  }

  @ParameterizedTest
  @CsvSource({"chris, christmas, 0", "chrsi, christmas, 1", "lantu, lantern, 1", "x, lantern, 1"})
  void slips_to_the_beginning_of_a_word(String typed, String meant, int slips) {
    assertThat(Slips.toBeginning(typed, meant)).isEqualTo(slips);
  }
}
