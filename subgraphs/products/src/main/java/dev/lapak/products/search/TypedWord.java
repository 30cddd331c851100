package dev.lapak.products.search;

import java.util.Comparator;
import java.util.List;

/**
 * A word as somebody typed it.
 *
 * @param isLast whether more of it may follow
 * @param candidates words that look alike, the most alike first, itself included where it is used
 */
public record TypedWord(String word, boolean isLast, List<String> candidates) {

  public TypedWord {
    candidates = List.copyOf(candidates);
  }

  /** Whether it has letters in an order that nobody uses. */
  boolean isUnknown() {
    return candidates.stream().noneMatch(candidate -> distance(candidate) == 0);
  }

  /** Of the others that it may have been meant for, those with the fewest slips. */
  List<String> nearest() {
    List<Candidate> possible =
        candidates.stream()
            .map(candidate -> new Candidate(candidate, distance(candidate)))
            .filter(candidate -> candidate.slips > 0 && candidate.slips <= possibleSlips())
            .toList();
    int fewest =
        possible.stream()
            .min(Comparator.comparing(Candidate::slips))
            .map(Candidate::slips)
            .orElse(0);
    return possible.stream()
        .filter(candidate -> candidate.slips == fewest)
        .map(Candidate::word)
        .toList();
  }

  private int possibleSlips() {
    int length = word.codePointCount(0, word.length());
    return length < 4 ? 0 : length < 8 ? 1 : 2;
  }

  private int distance(String candidate) {
    return isLast ? Slips.toBeginning(word, candidate) : Slips.between(word, candidate);
  }

  private record Candidate(String word, int slips) {}
}
