package dev.lapak.products.imports;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of products that a seller sends.
 *
 * @param fileSize in bytes; null until it has come
 * @param bytesDone how much of the file is in the catalogue
 * @param rejected how many rows have errors
 * @param errorCount how many errors, also those that are not kept
 * @param failureLine where, with a failure that is about a row
 * @param failureMessage for people, in English, with a failure whose kind does not say all
 */
public record ProductImport(
    UUID id,
    ImportFormat format,
    ImportStatus status,
    @Nullable Integer fileSize,
    int bytesDone,
    int created,
    int updated,
    int unchanged,
    int rejected,
    int errorCount,
    List<String> ignoredColumns,
    @Nullable ImportFailure failure,
    @Nullable Integer failureLine,
    @Nullable String failureMessage,
    OffsetDateTime requestedAt,
    @Nullable OffsetDateTime startedAt,
    @Nullable OffsetDateTime endedAt) {

  public ProductImport {
    ignoredColumns = List.copyOf(ignoredColumns);
  }

  /** How many rows have been read. */
  public int rows() {
    return created + updated + unchanged + rejected;
  }
}
