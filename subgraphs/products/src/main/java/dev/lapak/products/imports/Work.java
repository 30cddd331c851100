package dev.lapak.products.imports;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that is worked on, locked.
 *
 * @param attempt which of its uploads counts
 * @param from where in the file to go on
 * @param line that this is the beginning of
 * @param columns of a CSV file, once they are known
 */
public record Work(
    UUID id,
    UUID seller,
    Currency currency,
    ImportFormat format,
    int attempt,
    int fileSize,
    int from,
    int line,
    @Nullable List<String> columns) {

  boolean isDone(int length) {
    return from + length >= fileSize;
  }

  /** This, further on. */
  Work after(int length, int lines) {
    return new Work(
        id, seller, currency, format, attempt, fileSize, from + length, line + lines, columns);
  }

  Work with(List<String> names) {
    return new Work(id, seller, currency, format, attempt, fileSize, from, line, names);
  }
}
