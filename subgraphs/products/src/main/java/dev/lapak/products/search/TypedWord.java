package dev.lapak.products.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A word as somebody typed it.
 *
 * @param isLast whether more of it may follow
 * @param candidates words that look alike, the most alike first, itself included where it is used
 */
public record TypedWord(String word, boolean isLast, List<String> candidates) {

  private static final int MAX_OTHERS = 50;

  /** A slip counts so much, and that the rest of a word was left out less than another slip. */
  private static final int SLIP = 2;

  private static final int LEFT_OUT = 1;

  /** More than all slips that a word can have: it may stand in descriptions only. */
  private static final int UNKNOWN = 3 * SLIP;

  public TypedWord {
    candidates = List.copyOf(candidates);
  }

  /** What it may have been meant for, the likeliest first; itself too. */
  List<Guess> meanings() {
    List<Guess> others =
        candidates.stream()
            .filter(candidate -> !isOf(candidate))
            .flatMap(this::meaning)
            .sorted(Comparator.comparingInt(Guess::distance))
            .limit(MAX_OTHERS)
            .toList();
    Guess asTyped = new Guess(word, others.isEmpty() || isKnown() ? 0 : UNKNOWN);
    return Stream.concat(Stream.of(asTyped), others.stream()).toList();
  }

  private boolean isKnown() {
    return candidates.stream().anyMatch(this::isOf);
  }

  /** Whether a search for this word finds that one as it is. */
  private boolean isOf(String candidate) {
    return isLast ? candidate.startsWith(word) : candidate.equals(word);
  }

  private Stream<Guess> meaning(String candidate) {
    int distance = SLIP * Slips.between(word, candidate);
    if (isLast) {
      distance = Math.min(distance, SLIP * Slips.toBeginning(word, candidate) + LEFT_OUT);
    }
    return distance / SLIP <= possibleSlips()
        ? Stream.of(new Guess(candidate, distance))
        : Stream.empty();
  }

  private int possibleSlips() {
    int length = word.codePointCount(0, word.length());
    return length < 4 ? 0 : length < 8 ? 1 : 2;
  }
}
