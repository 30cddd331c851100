package dev.lapak.products.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.platform.error.RequestException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionTests {

  @Test
  void unknown_word_becomes_what_is_near() {
    assertThat(guesses(word("lanturn", "lantern", "plant", "land"))).containsExactly("lantern");
  }

  @Test
  void known_words_stay_beside_an_unknown_one_where_that_finds_anything() {
    assertThat(guesses(word("reed", "reed", "red"), word("lanturn", "lantern")))
        .startsWith("reed lantern", "red lantern");
  }

  @Test
  void word_of_descriptions_alone_stays_where_nothing_near_finds_anything() {
    assertThat(guesses(word("fina", "fine"), word("lanturn", "lantern")))
        .containsExactly("fine lantern", "fine lanturn", "fina lantern");
  }

  @Test
  void all_that_are_equally_near_are_guesses_the_most_alike_first() {
    assertThat(guesses(word("blask", "black", "blank", "flask", "blue")))
        .containsExactly("black", "blank", "flask");
    assertThat(distances(word("blask", "black", "blank"))).containsExactly(2, 2);
  }

  @Test
  void known_words_that_never_come_together_may_each_be_meant_otherwise() {
    assertThat(guesses(word("read", "read", "bread", "red"), word("lantern", "lantern")))
        .containsExactly("bread lantern", "red lantern");
  }

  @Test
  void short_words_are_not_misspelt() {
    assertThat(guesses(word("rde", "red"))).isEmpty();
    assertThat(guesses(word("reed", "red"))).containsExactly("red");
  }

  @Test
  void one_slip_up_to_seven_letters_two_from_eight_on() {
    assertThat(guesses(word("lantrun", "lantern"))).isEmpty();
    assertThat(guesses(word("chirstmsa", "christmas"))).containsExactly("christmas");
  }

  @Test
  void last_word_may_be_a_misspelt_beginning() {
    assertThat(guesses(word("red", "red"), last("chrits", "christmas")))
        .containsExactly("red christmas");
  }

  @Test
  void whole_words_come_before_beginnings() {
    String[] beginnings =
        IntStream.range(0, 60).mapToObj(i -> "harp" + "a".repeat(i + 2)).toArray(String[]::new);

    assertThat(
            guesses(
                last(
                    "hart",
                    Stream.concat(Stream.of(beginnings), Stream.of("heart"))
                        .toArray(String[]::new))))
        .hasSize(50)
        .startsWith("heart", "harpaa");
  }

  @Test
  void what_begins_with_the_last_word_was_found_already() {
    assertThat(guesses(last("tree", "trees", "treetop"))).isEmpty();
  }

  @Test
  void nothing_to_correct() {
    assertThat(guesses()).isEmpty();
    assertThat(guesses(word("lantern", "lantern"))).isEmpty();
    assertThat(guesses(word("qqqqq", "lantern"))).isEmpty();
  }

  @Test
  void so_many_guesses_and_none_longer_than_a_search() {
    TypedWord many =
        word(
            "haaart",
            IntStream.range('a', 'z').mapToObj(c -> (char) c + "aaart").toArray(String[]::new));

    assertThat(guesses(many, many, many)).hasSize(100).doesNotHaveDuplicates();
    assertThat(guesses(Stream.generate(() -> many).limit(20).toArray(TypedWord[]::new)))
        .hasSize(20);
    assertThat(guesses(word("a".repeat(199), "a".repeat(200), "a".repeat(201))))
        .containsExactly("a".repeat(200));
  }

  @Test
  void cursor_holds_it() {
    Search corrected = new Search("wite hart", "white heart");

    assertThat(new Search("wite hart", null).reading(corrected.key())).isEqualTo(corrected);
    assertThat(new Search("𝄞", null).reading("𠀋").correction()).isEqualTo("𠀋");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",", "a,b", "a'", "a\\", "a:*", "a|b", "a  b", " a", "(a", "a\u0000", "\ud800", "a\udc00"
      })
  void made_up_cursor_is_refused(String key) {
    Search search = new Search("a", null);

    assertThatExceptionOfType(RequestException.class).isThrownBy(() -> search.reading(key));
    assertThatExceptionOfType(RequestException.class)
        .isThrownBy(() -> search.reading("a".repeat(201)));
  }

  private static List<String> guesses(TypedWord... typed) {
    return Guess.of(List.of(typed)).stream().map(Guess::text).toList();
  }

  private static List<Integer> distances(TypedWord... typed) {
    return Guess.of(List.of(typed)).stream().map(Guess::distance).toList();
  }

  private static TypedWord word(String word, String... candidates) {
    return new TypedWord(word, false, Stream.of(candidates).toList());
  }

  private static TypedWord last(String word, String... candidates) {
    return new TypedWord(word, true, Stream.of(candidates).toList());
  }
}
