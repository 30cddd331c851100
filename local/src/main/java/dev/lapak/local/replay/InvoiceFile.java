package dev.lapak.local.replay;

import dev.lapak.local.replay.Invoice.Line;
import dev.lapak.local.state.SetupException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads invoices: CSV with a header, compressed by gzip or not. */
final class InvoiceFile {

  private static final CsvMapper CSV =
      CsvMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final String OWN = "/replay/orders.csv.gz";
  private static final int GZIP = 0x1f8b;
  private static final int MOST = 1_000_000;

  private InvoiceFile() {}

  /** That file's, or those that come with Lapak. */
  static List<Invoice> read(Optional<Path> file) throws IOException {
    try (InputStream in =
        file.isPresent()
            ? Files.newInputStream(file.get())
            : Objects.requireNonNull(InvoiceFile.class.getResourceAsStream(OWN), OWN)) {
      return read(in);
    }
  }

  static List<Invoice> read(InputStream in) throws IOException {
    Map<String, Row> firsts = new LinkedHashMap<>();
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    try (MappingIterator<Row> rows =
        CSV.readerFor(Row.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(unpacked(in))) {
      for (int number = 2; rows.hasNextValue(); number++) {
        Row row = rows.nextValue();
        Line line = row.line(number);
        String invoice = Objects.requireNonNull(row.invoice());
        firsts.putIfAbsent(invoice, row);
        lines.computeIfAbsent(invoice, first -> new ArrayList<>()).add(line);
      }
    } catch (JacksonException e) {
      throw new SetupException("The file is no CSV of invoices: " + e.getOriginalMessage());
    }
    if (firsts.isEmpty()) {
      throw new SetupException("The file has no invoices.");
    }
    return firsts.entrySet().stream()
        .map(entry -> invoice(entry.getKey(), entry.getValue(), of(lines, entry.getKey())))
        .toList();
  }

  private static List<Line> of(Map<String, List<Line>> lines, String invoice) {
    return lines.getOrDefault(invoice, List.of());
  }

  private static Invoice invoice(String number, Row first, List<Line> lines) {
    if (lines.size() > Invoice.MAX_LINES) {
      throw new SetupException(
          "Invoice %s has %,d lines: a checkout has at most %,d."
              .formatted(number, lines.size(), Invoice.MAX_LINES));
    }
    for (Map.Entry<String, Long> product : Invoice.pieces(lines).entrySet()) {
      if (product.getValue() > MOST) {
        throw new SetupException(
            "Invoice %s has %,d of %s: a checkout has at most %,d of one."
                .formatted(number, product.getValue(), product.getKey(), MOST));
      }
    }
    return new Invoice(number, Objects.requireNonNullElse(first.customer(), "").strip(), lines);
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in);
    bytes.mark(2);
    int magic = bytes.read() << 8 | bytes.read();
    bytes.reset();
    return magic == GZIP ? new GZIPInputStream(bytes) : bytes;
  }

  private record Row(
      @Nullable String invoice,
      @Nullable String customer,
      @Nullable String sku,
      @Nullable String quantity) {

    /**
     * @param number of the row in the file, for people
     */
    Line line(int number) {
      if (invoice == null || invoice.isBlank() || sku == null || sku.isBlank()) {
        throw new SetupException("Line %d has no invoice or no sku.".formatted(number));
      }
      if (quantity == null) {
        throw new SetupException("Line %d has no quantity.".formatted(number));
      }
      if (!quantity.matches("[1-9]\\d{0,6}")) {
        throw outOfRange(number);
      }
      int pieces = Integer.parseInt(quantity);
      if (pieces > MOST) {
        throw outOfRange(number);
      }
      return new Line(sku, pieces);
    }

    private SetupException outOfRange(int number) {
      return new SetupException(
          "Line %d: quantity must be 1 to 1,000,000, not \"%s\".".formatted(number, quantity));
    }
  }
}
