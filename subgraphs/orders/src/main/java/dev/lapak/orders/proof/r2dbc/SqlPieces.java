package dev.lapak.orders.proof.r2dbc;

import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.proof.ProofFile;
import java.util.Arrays;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bytes in PostgreSQL, in pieces: the driver sends bytes as text, twice as long, and a reader may
 * be slow.
 */
@Repository
class SqlPieces {

  private static final int PIECE = 256 * 1024;

  private static final String ADD =
      "INSERT INTO proof_piece (file_id, place, bytes) VALUES (:id, :place, :bytes)";

  private static final String READ =
      "SELECT bytes FROM proof_piece WHERE file_id = :id AND place = :place";

  private final DatabaseClient database;

  SqlPieces(DatabaseClient database) {
    this.database = database;
  }

  Mono<Void> add(ProofFile file, byte[] bytes) {
    return Flux.range(0, pieces(file))
        .concatMap(
            place ->
                database
                    .sql(ADD)
                    .bind("id", file.id())
                    .bind("place", place)
                    .bind("bytes", piece(bytes, place))
                    .fetch()
                    .rowsUpdated())
        .then();
  }

  /** A statement each: whoever reads slowly holds no connection. */
  Flux<byte[]> read(ProofFile file) {
    return Flux.range(0, pieces(file))
        .concatMap(
            place ->
                database
                    .sql(READ)
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
