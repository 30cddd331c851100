package dev.lapak.orders.payment.r2dbc;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.payment.Payment;
import dev.lapak.orders.payment.PaymentMethod;
import dev.lapak.orders.payment.PaymentPage;
import dev.lapak.orders.payment.ProviderPayments;
import dev.lapak.platform.money.Money;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class SqlProviderPayments implements ProviderPayments {

  private static final String BEGIN =
      """
      INSERT INTO payment AS p (
        id, order_id, buyer_id, seller_id, method, status, amount, currency, reference, expires_at, next_poll)
      SELECT new.id, o.id, o.buyer_id, o.seller_id, :method, 'PENDING', o.total, o.currency, new.id::text,
        o.expires_at, now() + interval '1 minute'
      FROM orders o, (SELECT uuidv7() AS id) AS new
      WHERE o.id = :order AND o.status = 'PENDING_PAYMENT' AND o.expires_at > now()
      ON CONFLICT (order_id) WHERE status = 'PENDING' DO NOTHING
      RETURNING %s
      """
          .formatted(PaymentRows.COLUMNS);

  private static final String PENDING =
      "SELECT %s FROM payment p WHERE p.order_id = :order AND p.method = :method AND p.status = 'PENDING'"
          .formatted(PaymentRows.COLUMNS);

  private static final String PUT =
      """
      UPDATE payment p SET token = coalesce(token, :token), redirect_url = coalesce(redirect_url, :url)
      WHERE p.id = :id
      RETURNING %s
      """
          .formatted(PaymentRows.COLUMNS);

  private static final String FIND =
      "SELECT %s FROM payment p WHERE p.reference = :reference".formatted(PaymentRows.COLUMNS);

  private static final String FAIL =
      "UPDATE payment SET status = 'FAILED', next_poll = NULL WHERE id = :id AND status = 'PENDING'";

  private static final String REFUNDED =
      """
      UPDATE payment SET status = 'REFUNDED', received_at = coalesce(received_at, now()),
        refunded_at = now(), refund_note = :note, next_poll = NULL
      WHERE id = :id AND status <> 'REFUNDED'
      """;

  private static final String OTHER =
      """
      UPDATE payment SET status = 'REFUND_DUE', received_at = now(), amount = :amount, currency = :currency,
        next_poll = NULL
      WHERE id = :id AND status IN ('PENDING', 'FAILED')
      """;

  private static final String TO_ASK =
      """
      UPDATE payment p SET next_poll = now() + make_interval(secs => :again)
      FROM (
        SELECT id FROM payment WHERE status = 'PENDING' AND next_poll <= now()
        ORDER BY next_poll LIMIT :limit FOR UPDATE SKIP LOCKED) due
      WHERE p.id = due.id
      RETURNING %s
      """
          .formatted(PaymentRows.COLUMNS);

  private final DatabaseClient database;

  SqlProviderPayments(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Payment> begin(Order order, PaymentMethod method) {
    return of(BEGIN, order, method).switchIfEmpty(of(PENDING, order, method));
  }

  private Mono<Payment> of(String sql, Order order, PaymentMethod method) {
    return database
        .sql(sql)
        .bind("order", order.id())
        .bind("method", method.name())
        .map(PaymentRows::payment)
        .one();
  }

  @Override
  public Mono<Payment> put(UUID id, PaymentPage page) {
    return database
        .sql(PUT)
        .bind("id", id)
        .bind("token", page.token())
        .bind("url", page.url())
        .map(PaymentRows::payment)
        .one();
  }

  @Override
  public Mono<Payment> find(String reference) {
    return database.sql(FIND).bind("reference", reference).map(PaymentRows::payment).one();
  }

  @Override
  public Mono<Long> fail(UUID id) {
    return database.sql(FAIL).bind("id", id).fetch().rowsUpdated();
  }

  @Override
  public Mono<Long> refunded(UUID id, String note) {
    return database.sql(REFUNDED).bind("id", id).bind("note", note).fetch().rowsUpdated();
  }

  @Override
  public Mono<Long> otherCame(UUID id, Money amount) {
    return database
        .sql(OTHER)
        .bind("id", id)
        .bind("amount", amount.amount())
        .bind("currency", amount.currency().getCurrencyCode())
        .fetch()
        .rowsUpdated();
  }

  @Override
  public Flux<Payment> toAsk(Duration again, int limit) {
    return database
        .sql(TO_ASK)
        .bind("again", again.toMillis() / 1_000.0)
        .bind("limit", limit)
        .map(PaymentRows::payment)
        .all();
  }
}
