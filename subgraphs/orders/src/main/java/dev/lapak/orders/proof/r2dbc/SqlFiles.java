package dev.lapak.orders.proof.r2dbc;

import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.proof.Files;
import dev.lapak.orders.proof.ProofFile;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** In pieces: the driver sends bytes as text, twice as long, and a reader may be slow. */
@Repository
class SqlFiles implements Files {

  private static final int PIECE = 256 * 1024;

  private static final String ADD_FILE =
      """
      INSERT INTO proof_file (id, content_type, size, sha256)
      VALUES (:id, :contentType, :size, :sha256)
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String ADD_PIECE =
      "INSERT INTO proof_piece (file_id, place, bytes) VALUES (:id, :place, :bytes)";

  private static final String FIND =
      "SELECT id, content_type, size, sha256 FROM proof_file WHERE id = :id";

  private static final String READ_PIECE =
      "SELECT bytes FROM proof_piece WHERE file_id = :id AND place = :place";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;

  SqlFiles(DatabaseClient database, TransactionalOperator transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  @Override
  public Mono<Saved> save(ProofFile file, byte[] bytes) {
    return addFile(file)
        .filter(added -> added == 1)
        .flatMap(added -> addPieces(file, bytes).thenReturn(Saved.YES))
        .as(transaction::transactional)
        .switchIfEmpty(
            Mono.defer(() -> find(file.id()))
                .map(old -> old.sha256().equals(file.sha256()) ? Saved.YES : Saved.OTHER))
        .onErrorReturn(DataIntegrityViolationException.class, Saved.NO_UPLOAD);
  }

  private Mono<Long> addFile(ProofFile file) {
    return database
        .sql(ADD_FILE)
        .bind("id", file.id())
        .bind("contentType", file.contentType())
        .bind("size", file.size())
        .bind("sha256", HexFormat.of().parseHex(file.sha256()))
        .fetch()
        .rowsUpdated();
  }

  private Mono<Void> addPieces(ProofFile file, byte[] bytes) {
    return Flux.range(0, pieces(file))
        .concatMap(
            place ->
                database
                    .sql(ADD_PIECE)
                    .bind("id", file.id())
                    .bind("place", place)
                    .bind("bytes", piece(bytes, place))
                    .fetch()
                    .rowsUpdated())
        .then();
  }

  @Override
  public Mono<ProofFile> find(UUID id) {
    return database.sql(FIND).bind("id", id).map(ProofRow::file).one();
  }

  /** A statement each: whoever reads slowly holds no connection. */
  @Override
  public Flux<byte[]> read(ProofFile file) {
    return Flux.range(0, pieces(file))
        .concatMap(
            place ->
                database
                    .sql(READ_PIECE)
                    .bind("id", file.id())
                    .bind("place", place)
                    .map(row -> OrderRows.get(row, "bytes", byte[].class))
                    .one(),
            0);
  }

  private static int pieces(ProofFile file) {
    return (file.size() + PIECE - 1) / PIECE;
  }

  private static byte[] piece(byte[] bytes, int place) {
    int from = place * PIECE;
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
  }
}
