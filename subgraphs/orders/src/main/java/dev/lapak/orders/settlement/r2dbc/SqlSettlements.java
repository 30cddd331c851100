package dev.lapak.orders.settlement.r2dbc;

import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.settlement.Settlement;
import dev.lapak.orders.settlement.Settlements;
import dev.lapak.platform.outbox.EventSource;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlSettlements implements Settlements {

  /** The types are written out for the partial index. */
  private static final String EVENTS =
      """
      SELECT e.position, e.stream AS order_id, e.reservation_id,
        CASE WHEN e.type IN ('PAYMENT_APPROVED', 'PAID') THEN 'COMMIT'
          WHEN e.type = 'CANCELLED' AND o.paid_at IS NOT NULL THEN 'RETURN' ELSE 'RELEASE' END AS settlement
      FROM outbox e JOIN orders o ON o.id = e.stream
      WHERE e.position > :after AND e.type IN ('PAYMENT_APPROVED', 'PAID', 'CANCELLED', 'EXPIRED')
      ORDER BY e.position LIMIT :limit
      """;

  private static final String SET_ASIDE =
      """
      INSERT INTO unsettled AS u (order_id, reservation_id, settlement, problem, next_try)
      SELECT :order, :reservation, :settlement, :problem,
        CASE WHEN :again THEN now() + interval '1 minute' END
      FROM orders WHERE id = :order AND NOT (status = 'CANCELLED' AND :settlement = 'COMMIT')
      ON CONFLICT (reservation_id) DO UPDATE SET
        settlement = excluded.settlement,
        problem = excluded.problem,
        tries = u.tries + 1,
        next_try = CASE WHEN :again THEN now() + interval '1 minute' * 2 ^ least(u.tries, 6) END
      """;

  private static final String DUE =
      """
      SELECT 0::bigint AS position, order_id, reservation_id, settlement FROM unsettled
      WHERE next_try <= now() ORDER BY next_try LIMIT :limit
      """;

  private static final String FORGET =
      "DELETE FROM unsettled WHERE reservation_id = ANY (:reservations)";

  private final DatabaseClient database;

  SqlSettlements(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public EventSource<Settlement> events() {
    return (after, limit) ->
        database
            .sql(EVENTS)
            .bind("after", after)
            .bind("limit", limit)
            .map(SqlSettlements::settlement)
            .all();
  }

  @Override
  public Mono<Long> setAside(Settlement settlement, String problem, boolean again) {
    return database
        .sql(SET_ASIDE)
        .bind("order", settlement.orderId())
        .bind("reservation", settlement.reservationId())
        .bind("settlement", settlement.kind().name())
        .bind("problem", problem)
        .bind("again", again)
        .fetch()
        .rowsUpdated();
  }

  @Override
  public Flux<Settlement> due(int limit) {
    return database.sql(DUE).bind("limit", limit).map(SqlSettlements::settlement).all();
  }

  @Override
  public Mono<Long> forget(Collection<UUID> reservations) {
    return database
        .sql(FORGET)
        .bind("reservations", reservations.toArray(UUID[]::new))
        .fetch()
        .rowsUpdated();
  }

  private static Settlement settlement(Readable row) {
    return new Settlement(
        OrderRows.get(row, "position", Long.class),
        OrderRows.get(row, "order_id", UUID.class),
        OrderRows.get(row, "reservation_id", UUID.class),
        Settlement.Kind.valueOf(OrderRows.text(row, "settlement")));
  }
}
