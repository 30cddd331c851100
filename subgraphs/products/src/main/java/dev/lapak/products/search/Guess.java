package dev.lapak.products.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a search may have been meant.
 *
 * @param text to be searched for instead
 * @param distance from what was typed: the less, the likelier
 */
public record Guess(String text, int distance) {

  /** Each is looked up, and costs by its words. */
  private static final int MAX_GUESSES = 100;

  private static final int MAX_GUESSED_WORDS = 400;

  private static final Guess NOTHING = new Guess("", 0);

  /** The likeliest first, without what was typed. */
  static List<Guess> of(List<TypedWord> typed) {
    String asTyped = typed.stream().map(TypedWord::word).collect(Collectors.joining(" "));
    int most = Math.min(MAX_GUESSES, MAX_GUESSED_WORDS / Math.max(1, typed.size()));
    List<Guess> guesses = List.of(NOTHING);
    for (TypedWord word : typed) {
      List<Guess> beginnings = guesses;
      // Distances add up: no end makes the best of a beginning that so many others are better than.
      guesses =
          word.meanings().stream()
              .flatMap(meaning -> beginnings.stream().map(beginning -> beginning.then(meaning)))
              .sorted(Comparator.comparingInt(Guess::distance))
              .limit(most + 1)
              .toList();
    }
    return guesses.stream()
        .filter(guess -> !guess.text.equals(asTyped) && Search.fits(guess.text))
        .limit(most)
        .toList();
  }

  private Guess then(Guess word) {
    return this == NOTHING ? word : new Guess(text + " " + word.text, distance + word.distance);
  }
}
