package dev.lapak.orders.payment.r2dbc;

import dev.lapak.orders.order.Reason;
import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.payment.ReviewedProof;
import dev.lapak.orders.payment.Reviews;
import dev.lapak.orders.proof.PaymentDecision;
import dev.lapak.platform.viewer.Viewer;
import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SqlReviews implements Reviews {

  private static final String FIND =
      """
      SELECT p.id, p.order_id, p.decision FROM payment_proof p JOIN orders o ON o.id = p.order_id
      WHERE p.id = :proof AND (:admin OR o.seller_id = :seller)
      """;

  private static final String DECIDE =
      """
      UPDATE payment_proof
      SET decision = :decision, reason = :reason, decided_at = now(), decided_by = :reviewer
      WHERE id = :proof AND decision IS NULL
      """;

  private final DatabaseClient database;

  SqlReviews(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<ReviewedProof> find(UUID proofId, Viewer viewer) {
    return database
        .sql(FIND)
        .bind("proof", proofId)
        .bind("admin", viewer.isAdmin())
        .bind("seller", Parameter.fromOrEmpty(viewer.sellerId(), UUID.class))
        .map(SqlReviews::proof)
        .one();
  }

  private static ReviewedProof proof(Readable row) {
    String decision = row.get("decision", String.class);
    return new ReviewedProof(
        OrderRows.get(row, "id", UUID.class),
        OrderRows.get(row, "order_id", UUID.class),
        decision == null ? null : PaymentDecision.valueOf(decision));
  }

  @Override
  public Mono<Boolean> decide(
      UUID proofId, PaymentDecision decision, Reason reason, UUID reviewer) {
    return database
        .sql(DECIDE)
        .bind("proof", proofId)
        .bind("decision", decision.name())
        .bind("reason", Parameter.fromOrEmpty(reason.orNull(), String.class))
        .bind("reviewer", reviewer)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }
}
