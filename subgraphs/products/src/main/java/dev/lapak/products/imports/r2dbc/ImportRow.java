package dev.lapak.products.imports.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.products.imports.ImportFailure;
import dev.lapak.products.imports.ImportFormat;
import dev.lapak.products.imports.ImportStatus;
import dev.lapak.products.imports.ProductImport;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reads imports. */
final class ImportRow {

  static final String COLUMNS =
      """
      id, format, status, file_size, bytes_done, created, updated, unchanged, rejected, error_count,
        ignored_columns, failure, failure_line, failure_message, requested_at, started_at, ended_at
      """;

  private ImportRow() {}

  static ProductImport of(Readable row) {
    String failure = row.get("failure", String.class);
    return new ProductImport(
        get(row, "id", UUID.class),
        ImportFormat.valueOf(get(row, "format", String.class)),
        ImportStatus.valueOf(get(row, "status", String.class)),
        row.get("file_size", Integer.class),
        get(row, "bytes_done", Integer.class),
        get(row, "created", Integer.class),
        get(row, "updated", Integer.class),
        get(row, "unchanged", Integer.class),
        get(row, "rejected", Integer.class),
        get(row, "error_count", Integer.class),
        List.of(get(row, "ignored_columns", String[].class)),
        failure == null ? null : ImportFailure.valueOf(failure),
        row.get("failure_line", Integer.class),
        row.get("failure_message", String.class),
        get(row, "requested_at", OffsetDateTime.class),
        row.get("started_at", OffsetDateTime.class),
        row.get("ended_at", OffsetDateTime.class));
  }

  static <T> T get(Readable row, String column, Class<T> type) {
    return requireNonNull(row.get(column, type));
  }
}
