package dev.lapak.orders.proof.r2dbc;

import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.proof.Elsewhere;
import dev.lapak.orders.proof.HeldOrder;
import dev.lapak.orders.proof.PaymentProof;
import dev.lapak.orders.proof.Proofs;
import dev.lapak.platform.viewer.Viewer;
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
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
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

  /** Of a file that is everywhere, such as an empty picture, the first thousand are enough. */
  private static final String ELSEWHERE =
      """
      SELECT p.id AS proof, other.duplicate, other.orders
      FROM payment_proof p JOIN orders o ON o.id = p.order_id
      CROSS JOIN LATERAL (
        SELECT count(*) > 0 AS duplicate,
          coalesce((array_agg(DISTINCT o2.id) FILTER (WHERE :admin OR o2.seller_id = :seller))[1 : %d], '{}') AS orders
        FROM proof_file f
        CROSS JOIN LATERAL (
          SELECT s.proof_id FROM proof_file s
          WHERE s.sha256 = f.sha256 AND s.proof_id IS NOT NULL
          ORDER BY s.id LIMIT 1000) AS same
        JOIN payment_proof p2 ON p2.id = same.proof_id AND p2.order_id <> p.order_id
        JOIN orders o2 ON o2.id = p2.order_id
        WHERE f.proof_id = p.id) AS other
      WHERE p.id = ANY (:proofs) AND (:admin OR o.seller_id = :seller)
      """
          .formatted(MAX_ELSEWHERE);

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

  /** One buyer's after another, so that they are counted right. */
  private static final String LOCK_BUYER =
      "SELECT pg_advisory_xact_lock(hashtextextended('uploads ' || :buyer, 0))";

  private static final String BEGIN_LOOSE_UPLOAD =
      """
      INSERT INTO proof_upload (buyer_id, expires_at) SELECT :buyer, :expiresAt
      WHERE (SELECT count(*) FROM proof_upload WHERE buyer_id = :buyer) < 20
      RETURNING id
      """;

  private static final String BUYER =
      """
      SELECT coalesce(u.buyer_id, o.buyer_id) AS buyer
      FROM proof_upload u LEFT JOIN orders o ON o.id = u.order_id
      WHERE u.id = :upload
      """;

  private static final String ATTACH =
      """
      WITH counted AS (
        UPDATE orders SET uploads = uploads + :count
        WHERE id = :order AND buyer_id = :buyer AND status = 'PENDING_PAYMENT'
          AND expires_at > now() AND uploads + :count <= 20 AND proofs < 10
        RETURNING id
      )
      UPDATE proof_upload u SET order_id = counted.id, buyer_id = NULL FROM counted
      WHERE u.id = ANY (:uploads) AND u.buyer_id = :buyer
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
          AND (f.id IS NULL OR u.order_id IS NULL OR u.expires_at < now() - make_interval(secs => :since))
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
  private final TransactionalOperator transaction;

  SqlProofs(DatabaseClient database, TransactionalOperator transaction) {
    this.database = database;
    this.transaction = transaction;
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
  public Mono<Map<UUID, Elsewhere>> elsewhere(Collection<UUID> proofs, Viewer viewer) {
    return database
        .sql(ELSEWHERE)
        .bind("proofs", proofs.toArray(UUID[]::new))
        .bind("admin", viewer.isAdmin())
        .bind("seller", Parameter.fromOrEmpty(viewer.sellerId(), UUID.class))
        .map(
            row ->
                Map.entry(
                    OrderRows.get(row, "proof", UUID.class),
                    new Elsewhere(
                        OrderRows.get(row, "duplicate", Boolean.class),
                        List.of(OrderRows.get(row, "orders", UUID[].class)))))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
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
  public Mono<UUID> beginLooseUpload(UUID buyer, OffsetDateTime expiresAt) {
    return database
        .sql(LOCK_BUYER)
        .bind("buyer", buyer.toString())
        .then()
        .then(
            database
                .sql(BEGIN_LOOSE_UPLOAD)
                .bind("buyer", buyer)
                .bind("expiresAt", expiresAt)
                .map(row -> OrderRows.get(row, "id", UUID.class))
                .one())
        .as(transaction::transactional);
  }

  @Override
  public Mono<UUID> buyer(UUID upload) {
    return database
        .sql(BUYER)
        .bind("upload", upload)
        .map(row -> OrderRows.get(row, "buyer", UUID.class))
        .one();
  }

  @Override
  public Mono<Boolean> attach(UUID orderId, UUID buyer, List<UUID> uploads) {
    return database
        .sql(ATTACH)
        .bind("order", orderId)
        .bind("buyer", buyer)
        .bind("uploads", uploads.toArray(UUID[]::new))
        .bind("count", uploads.size())
        .fetch()
        .rowsUpdated()
        .map(attached -> attached == uploads.size());
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
