package dev.lapak.orders.order.r2dbc;

import dev.lapak.orders.order.Move;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderMoves;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Party;
import dev.lapak.platform.viewer.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SqlOrderMoves implements OrderMoves {

  /**
   * The deadline stops under review, with what was left of it, and goes on after a rejection for at
   * least an hour. The uploads of a proof are counted anew for the next one.
   */
  private static final String MAKE =
      """
      WITH moved AS (
        UPDATE orders SET
          status = :to,
          version = version + 1,
          reason = :reason,
          time_left = CASE WHEN :to = 'PAYMENT_REVIEW' THEN expires_at - now() END,
          expires_at = CASE WHEN :to = 'PENDING_PAYMENT' THEN now() + greatest(time_left, interval '1 hour') END,
          proofs = proofs + CASE WHEN :to = 'PAYMENT_REVIEW' THEN 1 ELSE 0 END,
          uploads = CASE WHEN :to = 'PAYMENT_REVIEW' THEN 0 ELSE uploads END
        WHERE id = :id AND status = ANY (:from)
          AND (:admin OR buyer_id = :buyer OR seller_id = :seller)
          AND (:to <> 'PAYMENT_REVIEW' OR expires_at > now() AND proofs < :maxProofs)
        RETURNING %1$s
      ), told AS (
        INSERT INTO outbox (stream, seq, type, status, buyer_id, seller_id, actor_id, reason)
        SELECT id, version, :event, status, buyer_id, seller_id, :actor, reason FROM moved
      )
      SELECT * FROM moved
      """
          .formatted(OrderRows.COLUMNS);

  private static final String EXPIRE =
      """
      WITH due AS (
        SELECT id FROM orders
        WHERE status = 'PENDING_PAYMENT' AND expires_at <= now()
        ORDER BY expires_at LIMIT :limit FOR UPDATE SKIP LOCKED
      ), moved AS (
        UPDATE orders o SET status = :to, version = version + 1, expires_at = NULL
        FROM due WHERE o.id = due.id
        RETURNING o.id, o.version, o.status, o.buyer_id, o.seller_id
      )
      INSERT INTO outbox (stream, seq, type, status, buyer_id, seller_id)
      SELECT id, version, :event, status, buyer_id, seller_id FROM moved
      """;

  private final DatabaseClient database;

  SqlOrderMoves(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Order> make(Move move, UUID orderId, Viewer actor, @Nullable String reason) {
    return database
        .sql(MAKE)
        .bind("to", move.to().name())
        .bind("from", move.from().stream().map(OrderStatus::name).toArray(String[]::new))
        .bind("event", move.event().name())
        .bind("id", orderId)
        .bind("actor", actor.requireUser())
        .bind("admin", move.isFor(Party.ADMIN) && actor.isAdmin())
        .bind("buyer", only(move.isFor(Party.BUYER), actor.userId()))
        .bind("seller", only(move.isFor(Party.SELLER), actor.sellerId()))
        .bind("reason", Parameter.fromOrEmpty(reason, String.class))
        .bind("maxProofs", Order.MAX_PROOFS)
        .map(OrderRows::order)
        .one();
  }

  private static Object only(boolean allowed, @Nullable UUID id) {
    return Parameter.fromOrEmpty(allowed ? id : null, UUID.class);
  }

  @Override
  public Mono<Long> expireDue(int limit) {
    return database
        .sql(EXPIRE)
        .bind("limit", limit)
        .bind("to", Move.EXPIRE.to().name())
        .bind("event", Move.EXPIRE.event().name())
        .fetch()
        .rowsUpdated();
  }
}
