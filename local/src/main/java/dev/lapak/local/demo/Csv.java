package dev.lapak.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads the files of the demo data. */
final class Csv {

  private static final CsvMapper MAPPER = new CsvMapper();

  private Csv() {}

  /** The rows of a file beside {@code demo/README.md}, by the names of its header. */
  static <T> List<T> read(String file, Class<T> row) {
    try (InputStream in =
            Objects.requireNonNull(Csv.class.getResourceAsStream("/demo/" + file), file);
        MappingIterator<T> rows =
            MAPPER.readerFor(row).with(CsvSchema.emptySchema().withHeader()).readValues(in)) {
      return rows.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
