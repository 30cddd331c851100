package dev.lapak.orders.order.r2dbc;

import dev.lapak.orders.order.Move;
import dev.lapak.orders.order.Order;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each move does to an order's row, and what it asks of it beyond {@link Move}'s table. */
final class MoveSql {

  /** Somebody who is several things to an order acts as the first of them that may. */
  private static final String ONE =
      """
      WITH moved AS (
        UPDATE orders SET status = :to, version = version + 1%1$s
        WHERE id = :id AND (status = ANY (:fromBuyer) AND buyer_id = :buyer
          OR status = ANY (:fromSeller) AND seller_id = :seller OR status = ANY (:fromOther))%2$s
        RETURNING %3$s, CASE WHEN old.status = ANY (:fromBuyer) AND buyer_id = :buyer THEN 'BUYER'
          WHEN old.status = ANY (:fromSeller) AND seller_id = :seller THEN 'SELLER' ELSE :other END AS acted_as
      ), told AS (
        INSERT INTO outbox (
          stream, seq, type, status, buyer_id, seller_id, actor_id, acted_as, reason, reservation_id)
        SELECT id, version, :event, status, buyer_id, seller_id, :actor, acted_as, :reason, reservation_id
        FROM moved
      )
      SELECT * FROM moved
      """;

  private static final String DUE =
      """
      WITH due AS (
        SELECT id FROM orders WHERE status = '%1$s' AND %2$s <= now() - make_interval(secs => :after)
        ORDER BY %2$s LIMIT :limit FOR UPDATE SKIP LOCKED
      ), moved AS (
        UPDATE orders o SET status = :to, version = version + 1%3$s
        FROM due WHERE o.id = due.id
        RETURNING o.id, o.version, o.status, o.buyer_id, o.seller_id, o.reservation_id
      )
      INSERT INTO outbox (stream, seq, type, status, buyer_id, seller_id, acted_as, reservation_id)
      SELECT id, version, :event, status, buyer_id, seller_id, 'TIME', reservation_id FROM moved
      """;

  private static final Map<Move, String> ONES =
      Arrays.stream(Move.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), MoveSql::make));

  private MoveSql() {}

  /** Moves one order. */
  static String one(Move move) {
    return Objects.requireNonNull(ONES.get(move));
  }

  /** Moves those for which it is time. The statuses are written out for the partial indexes. */
  static String due(Move move) {
    return switch (move) {
      case EXPIRE -> DUE.formatted("PENDING_PAYMENT", "expires_at", changes(move));
      case COMPLETE -> DUE.formatted("DELIVERED", "delivered_at", changes(move));
      default -> throw new IllegalArgumentException(move + " is nothing that time does");
    };
  }

  private static String make(Move move) {
    return ONE.formatted(changes(move), condition(move), OrderRows.COLUMNS);
  }

  /**
   * The deadline stops under review, with what was left of it, and goes on after a rejection for at
   * least an hour. The uploads of a proof are counted anew for the next one.
   */
  private static String changes(Move move) {
    String changes =
        switch (move) {
          case SUBMIT_PAYMENT_PROOF ->
              "reason = NULL, time_left = expires_at - now(), expires_at = NULL, proofs = proofs + 1, uploads = 0";
          case REJECT_PAYMENT ->
              "reason = :reason, expires_at = now() + greatest(time_left, interval '1 hour'), time_left = NULL";
          case EXTEND_DEADLINE ->
              """
          extended = true, expires_at = expires_at + make_interval(secs => :by),
          held_until = greatest(held_until, :heldUntil)""";
          case APPROVE_PAYMENT, MARK_PAID, RECEIVE_PAYMENT ->
              "reason = NULL, paid_at = now(), expires_at = NULL, time_left = NULL";
          case REINSTATE ->
              "reason = NULL, paid_at = now(), reservation_id = :reservation, held_until = :heldUntil";
          case CONFIRM -> "confirmed_at = now()";
          case SHIP, COMPLETE -> "";
          case DELIVER -> "delivered_at = now()";
          case CANCEL -> "reason = :reason, expires_at = NULL, time_left = NULL";
          case EXPIRE -> "expires_at = NULL";
        };
    return changes.isEmpty() ? "" : ", " + changes;
  }

  private static String condition(Move move) {
    return switch (move) {
      case SUBMIT_PAYMENT_PROOF -> " AND expires_at > now() AND proofs < " + Order.MAX_PROOFS;
      case EXTEND_DEADLINE -> " AND expires_at > now() AND NOT extended";
      case EXPIRE -> " AND expires_at <= now()";
      default -> "";
    };
  }
}
