package dev.lapak.products.imports.r2dbc;

import dev.lapak.products.imports.ImportFailure;
import dev.lapak.products.imports.ImportFormat;
import dev.lapak.products.imports.ImportPieces;
import dev.lapak.products.imports.RowError;
import dev.lapak.products.imports.Tally;
import dev.lapak.products.imports.Work;
import dev.lapak.products.imports.Workbench;
import dev.lapak.products.imports.file.LongRow;
import io.r2dbc.spi.Readable;
import java.io.ByteArrayOutputStream;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Component
final class WorkTable implements Workbench {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MAX_ERRORS = 10_000;

  private static final String TAKE_UP =
      """
      SELECT id, seller_id, currency, format, attempt, file_size, bytes_done, next_line, columns,
        long_row_line, long_row_place
      FROM product_imports
      WHERE status = 'RUNNING' AND (try_again_at IS NULL OR try_again_at <= clock_timestamp())
      ORDER BY worked_at NULLS FIRST, id
      LIMIT 1
      FOR UPDATE SKIP LOCKED
      """;

  private static final String LOCK_SELLER =
      "SELECT pg_advisory_xact_lock(hashtextextended('imports ' || $1, 0))";

  private static final String READ =
      """
      SELECT substr(bytes, greatest(1, $3 - place * $5 + 1), least($4, $3 + $4 - place * $5))
      FROM import_pieces
      WHERE import_id = $1 AND attempt = $2 AND place BETWEEN $3 / $5 AND ($3 + $4 - 1) / $5
      ORDER BY place
      """;

  private static final String PROGRESS =
      """
      UPDATE product_imports
      SET bytes_done = $2, next_line = $3, columns = $4,
        ignored_columns = coalesce($5, ignored_columns),
        created = created + $6, updated = updated + $7, unchanged = unchanged + $8,
        rejected = rejected + $9, error_count = error_count + $10,
        long_row_line = $11, long_row_place = $12,
        stumbles = 0, try_again_at = NULL, worked_at = clock_timestamp(),
        status = CASE WHEN $2 >= file_size THEN 'COMPLETED' ELSE status END,
        ended_at = CASE WHEN $2 >= file_size THEN clock_timestamp() END
      WHERE id = $1
      """;

  /** Before they are counted: the first has the place behind those that were. */
  private static final String ADD_ERRORS =
      """
      INSERT INTO import_errors (import_id, place, line, sku, field, code, message)
      SELECT i.id, i.error_count + ordinality, r.line, r.sku, r.field, r.code, r.message
      FROM product_imports i, ROWS FROM (jsonb_to_recordset($2::jsonb) AS (
        line integer, sku text, field text, code text, message text)) WITH ORDINALITY AS r
      WHERE i.id = $1 AND i.error_count + ordinality <= $3
      """;

  private static final String FAIL =
      """
      UPDATE product_imports
      SET status = 'FAILED', failure = $2, failure_line = $3, failure_message = $4,
        ended_at = clock_timestamp()
      WHERE id = $1
      """;

  private static final String STUMBLE =
      """
      UPDATE product_imports
      SET stumbles = stumbles + 1, worked_at = now(),
        try_again_at = now() + least(interval '250 ms' * 2 ^ stumbles, interval '10 s'),
        status = CASE WHEN stumbles + 1 >= $2 THEN 'FAILED' ELSE status END,
        failure = CASE WHEN stumbles + 1 >= $2 THEN 'INTERNAL' END,
        ended_at = CASE WHEN stumbles + 1 >= $2 THEN now() END
      WHERE id = $1 AND status = 'RUNNING'
      """;

  private final DatabaseClient db;

  WorkTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<Work> takeUp() {
    return db.sql(TAKE_UP)
        .map(WorkTable::work)
        .one()
        .flatMap(
            work -> db.sql(LOCK_SELLER).bind(0, work.seller().toString()).then().thenReturn(work));
  }

  private static Work work(Readable row) {
    String[] columns = row.get("columns", String[].class);
    return new Work(
        ImportRow.get(row, "id", UUID.class),
        ImportRow.get(row, "seller_id", UUID.class),
        Currency.getInstance(ImportRow.get(row, "currency", String.class)),
        ImportFormat.valueOf(ImportRow.get(row, "format", String.class)),
        ImportRow.get(row, "attempt", Integer.class),
        ImportRow.get(row, "file_size", Integer.class),
        ImportRow.get(row, "bytes_done", Integer.class),
        ImportRow.get(row, "next_line", Integer.class),
        inside(row),
        columns == null ? null : List.of(columns));
  }

  private static @Nullable LongRow inside(Readable row) {
    Integer line = row.get("long_row_line", Integer.class);
    return line == null
        ? null
        : new LongRow(
            line, LongRow.Place.valueOf(ImportRow.get(row, "long_row_place", String.class)));
  }

  @Override
  public Mono<byte[]> read(Work work, int length) {
    return db.sql(READ)
        .bind(0, work.id())
        .bind(1, work.attempt())
        .bind(2, work.from())
        .bind(3, length)
        .bind(4, ImportPieces.SIZE)
        .mapValue(byte[].class)
        .all()
        .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
        .map(ByteArrayOutputStream::toByteArray);
  }

  @Override
  public Mono<Void> progress(Work now, Tally tally, @Nullable List<String> ignoredColumns) {
    GenericExecuteSpec progress =
        db.sql(PROGRESS)
            .bind(0, now.id())
            .bind(1, now.from())
            .bind(2, now.line())
            .bind(5, tally.created())
            .bind(6, tally.updated())
            .bind(7, tally.unchanged())
            .bind(8, tally.rejected())
            .bind(9, tally.errors().size());
    LongRow inside = now.inside();
    GenericExecuteSpec placed =
        inside == null
            ? progress.bindNull(10, Integer.class).bindNull(11, String.class)
            : progress.bind(10, inside.line()).bind(11, inside.place().name());
    return addErrors(now.id(), tally.errors())
        .then(bind(bind(placed, 3, now.columns()), 4, ignoredColumns).then());
  }

  private Mono<Void> addErrors(UUID id, List<RowError> errors) {
    return errors.isEmpty()
        ? Mono.empty()
        : db.sql(ADD_ERRORS)
            .bind(0, id)
            .bind(1, JSON.writeValueAsString(errors))
            .bind(2, MAX_ERRORS)
            .then();
  }

  private static GenericExecuteSpec bind(
      GenericExecuteSpec sql, int position, @Nullable List<String> texts) {
    return texts == null
        ? sql.bindNull(position, String[].class)
        : sql.bind(position, texts.toArray(String[]::new));
  }

  @Override
  public Mono<Void> fail(UUID id, ImportFailure failure, int line, String message) {
    return db.sql(FAIL).bind(0, id).bind(1, failure.name()).bind(2, line).bind(3, message).then();
  }

  @Override
  public Mono<Void> stumble(UUID id, int atMost) {
    return db.sql(STUMBLE).bind(0, id).bind(1, atMost).then();
  }
}
