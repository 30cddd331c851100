package dev.lapak.products.imports.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.lapak.products.imports.Excerpt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of comma-separated values (RFC 4180), the first of which names the columns. */
public final class CsvFields implements Fields.Reader {

  static final Set<String> KNOWN =
      Set.of("sku", "title", "description", "price", "currency", "category", "tags");

  private static final int MOST_IGNORED = 100;

  private static final Pattern BETWEEN_TAGS = Pattern.compile("\\|");

  private final List<String> columns;

  CsvFields(List<String> columns) {
    this.columns = columns;
  }

  /**
   * The names of the columns.
   *
   * @throws HeaderException if they are not what they must be
   */
  public static List<String> columns(Slice.RawRow header) {
    List<String> columns;
    try {
      columns =
          fields(header.text()).stream()
              .map(name -> RowReader.storable(null, name).strip().toLowerCase(Locale.ROOT))
              .toList();
    } catch (MalformedRowException malformed) {
      throw new HeaderException(malformed.reason());
    }
    if (!columns.contains("sku")) {
      throw new HeaderException(
          "There is no column sku. The first row is read as: "
              + Excerpt.of(String.join(" | ", columns)));
    }
    Set<String> seen = new HashSet<>();
    for (String name : columns) {
      if (KNOWN.contains(name) && !seen.add(name)) {
        throw new HeaderException("There are two columns " + name + ".");
      }
    }
    return columns;
  }

  /** The first of those that say nothing here. */
  public static List<String> ignored(List<String> columns) {
    return columns.stream()
        .filter(name -> !KNOWN.contains(name))
        .limit(MOST_IGNORED)
        .map(Excerpt::of)
        .toList();
  }

  @Override
  public Fields of(String row) {
    List<String> values = fields(row);
    if (values.size() != columns.size()) {
      throw new MalformedRowException(
          "There are %d fields, not %d.".formatted(values.size(), columns.size()));
    }
    Map<String, String> byName = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      byName.put(columns.get(i), values.get(i));
    }
    return new Cells(byName);
  }

  private static List<String> fields(String row) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(row)) {
      List<CsvRecord> records = reader.stream().toList();
      if (records.size() != 1) {
        throw new MalformedRowException("A line break is not quoted; lines end in LF or CRLF.");
      }
      return records.getFirst().getFields();
    } catch (CsvParseException | java.io.IOException e) {
      throw new MalformedRowException(
          "A quoted field goes on behind its quote, or there are too many.");
    }
  }

  private record Cells(Map<String, String> byName) implements Fields {

    @Override
    public boolean has(String name) {
      return byName.containsKey(name);
    }

    @Override
    public @Nullable String text(String name) {
      String cell = byName.get(name);
      return cell == null ? null : RowReader.storable(name, cell);
    }

    @Override
    public @Nullable List<String> list(String name) {
      String cell = text(name);
      return cell == null
          ? null
          : cell.isBlank() ? List.of() : Stream.of(BETWEEN_TAGS.split(cell, -1)).toList();
    }
  }
}
