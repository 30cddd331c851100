package dev.lapak.products.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.platform.error.RequestException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionTests {

  @Test
  void unknown_word_becomes_the_nearest() {
    assertThat(words(word("lanturn", "lantern", "plant", "land"))).containsExactly("lantern");
  }

  @Test
  void known_words_stay_beside_an_unknown_one() {
    assertThat(words(word("red", "red", "rod"), word("lanturn", "lantern")))
        .containsExactly("red", "lantern");
  }

  @Test
  void all_that_are_equally_near_are_alternatives_the_most_alike_first() {
    assertThat(words(word("blask", "black", "blank", "flask", "blue")))
        .containsExactly("black blank flask");
  }

  @Test
  void known_words_that_never_come_together_may_each_be_meant_otherwise() {
    assertThat(words(word("read", "read", "bread", "red"), word("lantern", "lantern")))
        .containsExactly("read bread red", "lantern");
  }

  @Test
  void short_words_are_not_misspelt() {
    assertThat(Correction.of(List.of(word("rde", "red")))).isEmpty();
    assertThat(words(word("reed", "red"))).containsExactly("red");
  }

  @Test
  void one_slip_up_to_seven_letters_two_from_eight_on() {
    assertThat(Correction.of(List.of(word("lantrun", "lantern")))).isEmpty();
    assertThat(words(word("chirstmsa", "christmas"))).containsExactly("christmas");
  }

  @Test
  void last_word_may_be_a_misspelt_beginning() {
    assertThat(words(word("red", "red"), new TypedWord("chrits", true, List.of("christmas"))))
        .containsExactly("red", "christmas");
  }

  @Test
  void nothing_to_correct() {
    assertThat(Correction.of(List.of())).isEmpty();
    assertThat(Correction.of(List.of(word("lantern", "lantern")))).isEmpty();
    assertThat(Correction.of(List.of(word("qqqqq", "lantern")))).isEmpty();
  }

  @Test
  void cursor_holds_it() {
    Correction correction = new Correction(List.of("white", "heart hart"));

    assertThat(Correction.ofKey(correction.key())).isEqualTo(correction);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {",", "a,,b", "a'", "a\\", "a:*", "a|b", "a  b", " a", "a b c d e f g", "(a"})
  void made_up_cursor_is_refused(String key) {
    assertThatExceptionOfType(RequestException.class).isThrownBy(() -> Correction.ofKey(key));
  }

  private static List<String> words(TypedWord... typed) {
    return Correction.of(List.of(typed)).orElseThrow().words();
  }

  private static TypedWord word(String word, String... candidates) {
    return new TypedWord(word, false, Stream.of(candidates).toList());
  }
}
