package dev.lapak.orders.checkout.r2dbc;

import dev.lapak.orders.checkout.Attempt;
import dev.lapak.orders.checkout.Attempts;
import dev.lapak.orders.checkout.CheckoutRequest;
import dev.lapak.orders.order.r2dbc.OrderRows;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlAttempts implements Attempts {

  private static final String BEGIN =
      """
      WITH known AS (
        SELECT id, input_hash = :hash AS same FROM purchase
        WHERE buyer_id = :buyer AND idempotency_key = :key
      ), begun AS (
        INSERT INTO checkout_attempt (buyer_id, idempotency_key, input_hash, max_orders)
        SELECT :buyer, :key, :attemptHash, :max WHERE NOT EXISTS (SELECT FROM known)
        ON CONFLICT (buyer_id, idempotency_key, input_hash) WHERE abandoned_at IS NULL
          DO UPDATE SET runs = checkout_attempt.runs + 1, touched_at = now()
        RETURNING id
      )
      SELECT begun.id AS attempt, known.id AS purchase, known.same
      FROM begun FULL JOIN known ON true
      """;

  private static final String FIND =
      """
      SELECT id AS purchase, input_hash = :hash AS same FROM purchase
      WHERE buyer_id = :buyer AND idempotency_key = :key
      """;

  private static final String GIVE_UP =
      """
      WITH ended AS (
        DELETE FROM checkout_attempt WHERE id = :attempt AND runs = 1 AND abandoned_at IS NULL
      )
      """
          + FIND;

  private static final String ABANDON =
      """
      UPDATE checkout_attempt SET abandoned_at = now()
      WHERE id = :attempt AND abandoned_at IS NULL AND (:evenWithTwins OR runs = 1)
      """;

  private static final String ABANDON_UNTOUCHED =
      """
      UPDATE checkout_attempt SET abandoned_at = now() WHERE id = ANY (ARRAY (
        SELECT id FROM checkout_attempt
        WHERE abandoned_at IS NULL AND touched_at < now() - make_interval(secs => :since)
        ORDER BY touched_at LIMIT :limit FOR UPDATE SKIP LOCKED))
      """;

  private static final String ABANDONED =
      """
      SELECT id, max_orders FROM checkout_attempt
      WHERE abandoned_at < now() - make_interval(secs => :since)
      ORDER BY touched_at LIMIT :limit
      """;

  private static final String FORGET =
      """
      DELETE FROM checkout_attempt WHERE id = ANY (:attempts) AND abandoned_at IS NOT NULL
      """;

  private final DatabaseClient database;

  SqlAttempts(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Beginning> begin(CheckoutRequest request) {
    return keyed(BEGIN, request)
        .bind("attemptHash", request.attemptHash())
        .bind("max", request.maxOrders())
        .map(row -> beginning(row, request))
        .one();
  }

  private static Beginning beginning(Readable row, CheckoutRequest request) {
    UUID attempt = row.get("attempt", UUID.class);
    return attempt == null
        ? answered(row)
        : new Beginning.Open(new Attempt(attempt, request.maxOrders()));
  }

  private static Beginning.Answered answered(Readable row) {
    return new Beginning.Answered(
        OrderRows.get(row, "purchase", UUID.class), OrderRows.get(row, "same", Boolean.class));
  }

  @Override
  public Mono<Beginning.Answered> find(CheckoutRequest request) {
    return keyed(FIND, request).map(SqlAttempts::answered).one();
  }

  @Override
  public Mono<Beginning.Answered> giveUp(Attempt attempt, CheckoutRequest request) {
    return keyed(GIVE_UP, request).bind("attempt", attempt.id()).map(SqlAttempts::answered).one();
  }

  private GenericExecuteSpec keyed(String sql, CheckoutRequest request) {
    return database
        .sql(sql)
        .bind("buyer", request.buyer())
        .bind("key", request.key())
        .bind("hash", request.inputHash());
  }

  @Override
  public Mono<Boolean> abandon(Attempt attempt, boolean evenWithTwins) {
    return database
        .sql(ABANDON)
        .bind("attempt", attempt.id())
        .bind("evenWithTwins", evenWithTwins)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  @Override
  public Mono<Long> abandonUntouched(Duration since, int limit) {
    return database
        .sql(ABANDON_UNTOUCHED)
        .bind("since", seconds(since))
        .bind("limit", limit)
        .fetch()
        .rowsUpdated();
  }

  @Override
  public Flux<Attempt> abandoned(Duration since, int limit) {
    return database
        .sql(ABANDONED)
        .bind("since", seconds(since))
        .bind("limit", limit)
        .map(
            row ->
                new Attempt(
                    OrderRows.get(row, "id", UUID.class),
                    OrderRows.get(row, "max_orders", Integer.class)))
        .all();
  }

  @Override
  public Mono<Long> forget(Collection<Attempt> released) {
    return database
        .sql(FORGET)
        .bind("attempts", released.stream().map(Attempt::id).toArray(UUID[]::new))
        .fetch()
        .rowsUpdated();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
