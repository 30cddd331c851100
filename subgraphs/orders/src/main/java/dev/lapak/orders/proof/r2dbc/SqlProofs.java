package dev.lapak.orders.proof.r2dbc;

import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.proof.HeldOrder;
import dev.lapak.orders.proof.PaymentProof;
import dev.lapak.orders.proof.Proofs;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlProofs implements Proofs {

  private static final String OF =
      """
      SELECT p.id AS proof, p.order_id, p.submitted_at, p.decision, p.reason, p.decided_at,
        f.id, f.content_type, f.size, f.sha256
      FROM payment_proof p JOIN proof_file f ON f.proof_id = p.id
      WHERE p.order_id = ANY (:orders)
      ORDER BY p.id DESC, f.place
      """;

  /** Counts uploads in the order's row, so that two at once can't both be the last one. */
  private static final String BEGIN_UPLOAD =
      """
      WITH counted AS (
        UPDATE orders SET uploads = uploads + 1
        WHERE id = :order AND buyer_id = :buyer AND status = 'PENDING_PAYMENT'
          AND expires_at > now() AND uploads < 20 AND proofs < 10
        RETURNING id
      )
      INSERT INTO proof_upload (order_id, expires_at) SELECT id, :expiresAt FROM counted
      RETURNING id
      """;

  private static final String UNUSED =
      """
      SELECT f.id FROM proof_file f JOIN proof_upload u USING (id)
      WHERE f.id = ANY (:uploads) AND u.order_id = :order AND f.proof_id IS NULL
      """;

  private static final String ADD =
      """
      WITH proof AS (
        INSERT INTO payment_proof (order_id) VALUES (:order) RETURNING id
      ), used AS (
        UPDATE proof_upload SET expires_at = 'infinity' WHERE id = ANY (:uploads)
      )
      UPDATE proof_file f SET proof_id = proof.id, place = wanted.place
      FROM proof, proof_upload u, unnest(:uploads::uuid[]) WITH ORDINALITY AS wanted (id, place)
      WHERE f.id = wanted.id AND u.id = f.id AND u.order_id = :order AND f.proof_id IS NULL
      """;

  private static final String HELD =
      "UPDATE orders SET held_until = greatest(held_until, :until) WHERE id = :order";

  private static final String HELD_LESS_THAN =
      """
      SELECT id, reservation_id FROM orders
      WHERE status = 'PAYMENT_REVIEW' AND held_until < now() + make_interval(secs => :left)
      ORDER BY held_until LIMIT :limit
      """;

  /**
   * A few at once: a file of 10 MB is thousands of rows to PostgreSQL, and a transaction that stays
   * open holds back every event. Its order may have another upload instead.
   */
  private static final String DELETE_UNUSED =
      """
      WITH unused AS (
        SELECT u.id FROM proof_upload u LEFT JOIN proof_file f USING (id)
        WHERE u.expires_at < now() AND f.proof_id IS NULL
          AND (f.id IS NULL OR u.expires_at < now() - make_interval(secs => :since))
        ORDER BY u.expires_at LIMIT :limit
        FOR UPDATE OF u SKIP LOCKED
      ), gone AS (
        DELETE FROM proof_upload u USING unused WHERE u.id = unused.id RETURNING u.order_id
      ), given_back AS (
        UPDATE orders SET uploads = greatest(orders.uploads - fewer.uploads, 0)
        FROM (SELECT order_id, count(*) AS uploads FROM gone GROUP BY order_id) AS fewer
        WHERE orders.id = fewer.order_id
      )
      SELECT count(*) AS deleted FROM gone
      """;

  private final DatabaseClient database;

  SqlProofs(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Map<UUID, List<PaymentProof>>> of(Collection<UUID> orders) {
    return database
        .sql(OF)
        .bind("orders", orders.toArray(UUID[]::new))
        .map(ProofRow::of)
        .all()
        .bufferUntilChanged(ProofRow::proofId)
        .map(ProofRow::proof)
        .collect(Collectors.groupingBy(PaymentProof::orderId));
  }

  @Override
  public Mono<UUID> beginUpload(UUID orderId, UUID buyer, OffsetDateTime expiresAt) {
    return database
        .sql(BEGIN_UPLOAD)
        .bind("order", orderId)
        .bind("buyer", buyer)
        .bind("expiresAt", expiresAt)
        .map(row -> OrderRows.get(row, "id", UUID.class))
        .one();
  }

  @Override
  public Mono<Set<UUID>> unused(UUID orderId, List<UUID> uploads) {
    return database
        .sql(UNUSED)
        .bind("order", orderId)
        .bind("uploads", uploads.toArray(UUID[]::new))
        .map(row -> OrderRows.get(row, "id", UUID.class))
        .all()
        .collect(Collectors.toSet());
  }

  @Override
  public Mono<PaymentProof> add(UUID orderId, List<UUID> uploads) {
    return database
        .sql(ADD)
        .bind("order", orderId)
        .bind("uploads", uploads.toArray(UUID[]::new))
        .fetch()
        .rowsUpdated()
        .filter(files -> files == uploads.size())
        .flatMap(files -> of(List.of(orderId)))
        .mapNotNull(proofs -> proofs.get(orderId))
        // The latest is the one just made: the order is locked.
        .map(List::getFirst);
  }

  @Override
  public Mono<Long> held(UUID orderId, Instant until) {
    return database
        .sql(HELD)
        .bind("order", orderId)
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .fetch()
        .rowsUpdated();
  }

  @Override
  public Flux<HeldOrder> heldLessThan(Duration left, int limit) {
    return database
        .sql(HELD_LESS_THAN)
        .bind("left", (double) left.toSeconds())
        .bind("limit", limit)
        .map(
            row ->
                new HeldOrder(
                    OrderRows.get(row, "id", UUID.class),
                    OrderRows.get(row, "reservation_id", UUID.class)))
        .all();
  }

  @Override
  public Mono<Long> deleteUnused(Duration since, int limit) {
    return database
        .sql(DELETE_UNUSED)
        .bind("since", (double) since.toSeconds())
        .bind("limit", limit)
        .map(row -> OrderRows.get(row, "deleted", Long.class))
        .one();
  }
}
