package dev.lapak.products.imports;

import dev.lapak.products.imports.file.LongRow;
import dev.lapak.products.imports.file.Slice;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that is worked on, locked.
 *
 * @param attempt which of its uploads counts
 * @param from where in the file to go on
 * @param line that this is in
 * @param inside the row that goes on there; null where one begins
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
    @Nullable LongRow inside,
    @Nullable List<String> columns) {

  boolean isDone(int length) {
    return from + length >= fileSize;
  }

  /** Behind what the file begins with before its first row. */
  Work behind(int length) {
    return new Work(
        id, seller, currency, format, attempt, fileSize, from + length, line, inside, columns);
  }

  /** This, further on. */
  Work after(Slice done) {
    return new Work(
        id,
        seller,
        currency,
        format,
        attempt,
        fileSize,
        from + done.length(),
        line + done.lines(),
        done.inside(),
        columns);
  }

  Work with(List<String> names) {
    return new Work(id, seller, currency, format, attempt, fileSize, from, line, inside, names);
  }
}
