package dev.lapak.products.imports.r2dbc;

import dev.lapak.products.imports.ImportPieces;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A transaction for each piece: whoever sends slowly holds none. */
@Component
final class PieceTable implements ImportPieces {

  private static final String BEGIN =
      """
      UPDATE product_imports SET attempt = attempt + 1
      WHERE id = $1 AND status = 'REQUESTED'
      RETURNING attempt
      """;

  private static final String ADD =
      """
      INSERT INTO import_pieces (import_id, attempt, place, bytes)
      SELECT id, attempt, $3, $4 FROM product_imports
      WHERE id = $1 AND attempt = $2 AND status = 'REQUESTED'
      """;

  private static final String FINISH =
      """
      UPDATE product_imports SET status = 'UPLOADED', file_size = $3, file_sha256 = $4
      WHERE id = $1 AND attempt = $2 AND status = 'REQUESTED'
      """;

  private static final String SENT =
      """
      SELECT attempt, file_sha256 FROM product_imports
      WHERE id = $1 AND file_size IS NOT NULL
      """;

  private static final String DELETE_SOME =
      """
      DELETE FROM import_pieces WHERE ctid = ANY (ARRAY(
        SELECT p.ctid FROM import_pieces p JOIN product_imports i ON i.id = p.import_id
        WHERE i.ended_at IS NOT NULL OR i.attempt <> p.attempt
        LIMIT 32))
      """;

  private final DatabaseClient db;

  PieceTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<Integer> begin(UUID id) {
    return db.sql(BEGIN).bind(0, id).mapValue(Integer.class).one();
  }

  @Override
  public Mono<Long> add(UUID id, int attempt, int place, byte[] bytes) {
    return db.sql(ADD)
        .bind(0, id)
        .bind(1, attempt)
        .bind(2, place)
        .bind(3, bytes)
        .fetch()
        .rowsUpdated()
        .filter(added -> added == 1);
  }

  @Override
  public Mono<Long> finish(UUID id, int attempt, int size, byte[] sha256) {
    return db.sql(FINISH)
        .bind(0, id)
        .bind(1, attempt)
        .bind(2, size)
        .bind(3, sha256)
        .fetch()
        .rowsUpdated()
        .filter(finished -> finished == 1);
  }

  @Override
  public Mono<Sent> sent(UUID id) {
    return db.sql(SENT)
        .bind(0, id)
        .map(
            row ->
                new Sent(
                    ImportRow.get(row, "attempt", Integer.class),
                    row.get("file_sha256", byte[].class)))
        .one();
  }

  @Override
  public Mono<Long> deleteSome() {
    return db.sql(DELETE_SOME).fetch().rowsUpdated();
  }
}
