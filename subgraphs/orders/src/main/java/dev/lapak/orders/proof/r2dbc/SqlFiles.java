package dev.lapak.orders.proof.r2dbc;

import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.proof.Files;
import dev.lapak.orders.proof.ObjectStore;
import dev.lapak.orders.proof.ProofFile;
import dev.lapak.platform.file.UploadException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is known of files; new ones' bytes go to the object store where there is one. An object is
 * noted before it is put there, so none is ever forgotten, whatever dies in between.
 */
@Repository
class SqlFiles implements Files {

  private static final String ADD_FILE =
      """
      INSERT INTO proof_file (id, content_type, size, sha256, object_name)
      VALUES (:id, :contentType, :size, :sha256, :object)
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String FIND =
      "SELECT id, content_type, size, sha256 FROM proof_file WHERE id = :id";

  private static final String OBJECT_OF = "SELECT object_name FROM proof_file WHERE id = :id";

  private static final String NOTE_OBJECT = "INSERT INTO stored_object (name) VALUES (:name)";

  private static final String LEFTOVERS =
      """
      SELECT name FROM stored_object o
      WHERE created_at < now() - make_interval(secs => :since)
        AND NOT EXISTS (SELECT FROM proof_file f WHERE f.object_name = o.name)
      ORDER BY created_at LIMIT :limit
      """;

  private static final String FORGET_OBJECT = "DELETE FROM stored_object WHERE name = :name";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final SqlPieces pieces;
  private final @Nullable ObjectStore store;

  SqlFiles(
      DatabaseClient database,
      TransactionalOperator transaction,
      SqlPieces pieces,
      ObjectProvider<ObjectStore> store) {
    this.database = database;
    this.transaction = transaction;
    this.pieces = pieces;
    this.store = store.getIfAvailable();
  }

  @Override
  public Mono<Saved> save(ProofFile file, byte[] bytes) {
    return (store == null ? saveHere(file, bytes) : saveThere(file, bytes, store))
        .switchIfEmpty(Mono.defer(() -> earlier(file)))
        .onErrorReturn(DataIntegrityViolationException.class, Saved.NO_UPLOAD);
  }

  /** Nothing if there is a file. */
  private Mono<Saved> saveHere(ProofFile file, byte[] bytes) {
    return addFile(file, null)
        .filter(added -> added == 1)
        .flatMap(added -> pieces.add(file, bytes).thenReturn(Saved.YES))
        .as(transaction::transactional);
  }

  /** Nothing if there is a file. */
  private Mono<Saved> saveThere(ProofFile file, byte[] bytes, ObjectStore there) {
    UUID object = UUID.randomUUID();
    return earlier(file)
        .switchIfEmpty(
            database
                .sql(NOTE_OBJECT)
                .bind("name", object)
                .fetch()
                .rowsUpdated()
                .then(Mono.defer(() -> there.put(object, bytes)))
                .then(Mono.defer(() -> addFile(file, object)))
                .filter(added -> added == 1)
                .map(added -> Saved.YES));
  }

  private Mono<Saved> earlier(ProofFile file) {
    return find(file.id()).map(old -> old.sha256().equals(file.sha256()) ? Saved.YES : Saved.OTHER);
  }

  private Mono<Long> addFile(ProofFile file, @Nullable UUID object) {
    return database
        .sql(ADD_FILE)
        .bind("id", file.id())
        .bind("contentType", file.contentType())
        .bind("size", file.size())
        .bind("sha256", HexFormat.of().parseHex(file.sha256()))
        .bind("object", Parameter.fromOrEmpty(object, UUID.class))
        .fetch()
        .rowsUpdated();
  }

  @Override
  public Mono<ProofFile> find(UUID id) {
    return database.sql(FIND).bind("id", id).map(ProofRow::file).one();
  }

  @Override
  public Flux<byte[]> read(ProofFile file) {
    return database
        .sql(OBJECT_OF)
        .bind("id", file.id())
        .map(row -> Optional.ofNullable(row.get("object_name", UUID.class)))
        .one()
        .flatMapMany(object -> object.map(this::readThere).orElseGet(() -> pieces.read(file)));
  }

  private Flux<byte[]> readThere(UUID object) {
    return store == null
        ? Flux.error(
            new UploadException(
                UploadException.Reason.TRY_AGAIN, "This file can't be reached now."))
        : store.read(object);
  }

  @Override
  public Mono<Long> deleteLeftovers(Duration since, int limit) {
    return store == null ? Mono.just(0L) : deleteLeftovers(since, limit, store);
  }

  private Mono<Long> deleteLeftovers(Duration since, int limit, ObjectStore there) {
    return database
        .sql(LEFTOVERS)
        .bind("since", (double) since.toSeconds())
        .bind("limit", limit)
        .map(row -> OrderRows.get(row, "name", UUID.class))
        .all()
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(
            name ->
                there
                    .delete(name)
                    .then(database.sql(FORGET_OBJECT).bind("name", name).fetch().rowsUpdated()))
        .count();
  }
}
