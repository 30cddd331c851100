package dev.lapak.orders.checkout.r2dbc;

import static dev.lapak.orders.order.r2dbc.RowArrays.column;

import dev.lapak.orders.checkout.Attempt;
import dev.lapak.orders.checkout.Attempts;
import dev.lapak.orders.checkout.CheckoutRequest;
import dev.lapak.orders.order.r2dbc.OrderRows;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
      WITH asked AS (
        SELECT place, buyer, key, decode(input, 'hex') AS hash, decode(wish, 'hex') AS attempt_hash,
          max
        FROM unnest(
          :buyers::uuid[], :keys::text[], :hashes::text[], :attemptHashes::text[], :max::int[])
          WITH ORDINALITY AS asked (buyer, key, input, wish, max, place)
      ), known AS (
        SELECT place, id, input_hash = hash AS same
        FROM asked JOIN purchase ON buyer_id = buyer AND idempotency_key = key
      ), begun AS (
        INSERT INTO checkout_attempt (buyer_id, idempotency_key, input_hash, max_orders, runs)
        SELECT buyer, key, attempt_hash, max(max), count(*)
        FROM asked WHERE place NOT IN (SELECT place FROM known)
        GROUP BY buyer, key, attempt_hash ORDER BY buyer, key, attempt_hash
        ON CONFLICT (buyer_id, idempotency_key, input_hash) WHERE abandoned_at IS NULL
          DO UPDATE SET runs = checkout_attempt.runs + excluded.runs, touched_at = now()
        RETURNING id, buyer_id, idempotency_key, input_hash
      )
      SELECT place, begun.id AS attempt, known.id AS purchase, known.same
      FROM asked LEFT JOIN known USING (place)
      LEFT JOIN begun ON (begun.buyer_id, begun.idempotency_key, begun.input_hash)
        = (asked.buyer, asked.key, asked.attempt_hash)
      ORDER BY place
      """;

  private static final String FIND =
      """
      SELECT id AS purchase, input_hash = decode(:hash, 'hex') AS same FROM purchase
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
  private final Together<CheckoutRequest, Beginning> together =
      new Together<>(request -> 1, this::beginAll);

  SqlAttempts(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Beginning> begin(CheckoutRequest request) {
    return together.ask(request);
  }

  private Mono<List<Optional<Beginning>>> beginAll(List<CheckoutRequest> requests) {
    return database
        .sql(BEGIN)
        .bind("buyers", column(requests, CheckoutRequest::buyer, UUID[]::new))
        .bind("keys", column(requests, CheckoutRequest::key, String[]::new))
        .bind("hashes", column(requests, CheckoutRequest::inputHash, String[]::new))
        .bind("attemptHashes", column(requests, CheckoutRequest::attemptHash, String[]::new))
        .bind("max", column(requests, CheckoutRequest::maxOrders, Integer[]::new))
        .map(row -> Optional.of(beginning(row, requests)))
        .all()
        .collectList();
  }

  private static Beginning beginning(Readable row, List<CheckoutRequest> requests) {
    UUID attempt = row.get("attempt", UUID.class);
    if (attempt == null) {
      return answered(row);
    }
    int place = OrderRows.get(row, "place", Integer.class);
    return new Beginning.Open(new Attempt(attempt, requests.get(place - 1).maxOrders()));
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
