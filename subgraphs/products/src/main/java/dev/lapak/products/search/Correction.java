package dev.lapak.products.search;

import dev.lapak.platform.page.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a search that found nothing may have been meant.
 *
 * @param words each with its alternatives, the likeliest first, a space between them
 */
public record Correction(List<String> words) {

  private static final int MAX_ALTERNATIVES = 5;

  /** None of the characters that mean something in a query. */
  private static final Pattern WORDS =
      Pattern.compile("[^\\p{Punct}\\p{Cntrl}\\s]+( [^\\p{Punct}\\p{Cntrl}\\s]+){0,5}");

  public Correction {
    words = List.copyOf(words);
  }

  /**
   * Words that nobody uses become the nearest that are used. Where all are used, but never
   * together, any of them may be meant otherwise.
   */
  static Optional<Correction> of(List<TypedWord> typed) {
    boolean anyUnknown = typed.stream().anyMatch(TypedWord::isUnknown);
    List<String> words =
        typed.stream()
            .map(word -> anyUnknown && !word.isUnknown() ? word.word() : alternatives(word))
            .toList();
    return words.equals(typed.stream().map(TypedWord::word).toList())
        ? Optional.empty()
        : Optional.of(new Correction(words));
  }

  private static String alternatives(TypedWord typed) {
    Stream<String> nearest = typed.nearest().stream();
    List<String> all =
        (typed.isUnknown() ? nearest : Stream.concat(Stream.of(typed.word()), nearest))
            .limit(MAX_ALTERNATIVES)
            .toList();
    return all.isEmpty() ? typed.word() : String.join(" ", all);
  }

  /** The likeliest. */
  public String text() {
    return words.stream().map(word -> word.split(" ", 2)[0]).collect(Collectors.joining(" "));
  }

  /** As a cursor holds it. */
  String key() {
    return String.join(",", words);
  }

  /** From a cursor, which clients may have made up. */
  static Correction ofKey(String key) {
    List<String> words = List.of(key.split(",", -1));
    if (words.size() > Vocabulary.MAX_WORDS
        || !words.stream().allMatch(word -> WORDS.matcher(word).matches())) {
      throw Cursor.foreign();
    }
    return new Correction(words);
  }
}
