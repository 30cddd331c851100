package dev.lapak.products.search;

import java.util.Arrays;

/**
 * How many slips of the finger lie between two words: a letter too many, one missing, another one,
 * or two neighbours that changed places.
 */
final class Slips {

  private Slips() {}

  static int between(String typed, String meant) {
    int[] distances = toBeginnings(letters(typed), letters(meant));
    return distances[distances.length - 1];
  }

  /** To any beginning of a longer word. */
  static int toBeginning(String typed, String meant) {
    return Arrays.stream(toBeginnings(letters(typed), letters(meant))).min().orElseThrow();
  }

  /** From all of what was typed to each beginning of what was meant (Damerau, restricted). */
  private static int[] toBeginnings(int[] typed, int[] meant) {
    int[] beforeLast = new int[meant.length + 1];
    int[] last = new int[meant.length + 1];
    int[] row = new int[meant.length + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= typed.length; i++) {
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
      row[0] = i;
      for (int j = 1; j <= meant.length; j++) {
        int other = last[j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1);
        row[j] = Math.min(other, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1]) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row;
  }

  private static int[] letters(String word) {
    return word.codePoints().toArray();
  }
}
