package dev.lapak.orders.payment.r2dbc;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.payment.Payment;
import dev.lapak.orders.payment.PaymentStatus;
import dev.lapak.orders.payment.Payments;
import dev.lapak.orders.payment.Receipt;
import dev.lapak.platform.viewer.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SqlPayments implements Payments {

  private static final String FIND =
      """
      SELECT %s FROM payment p
      WHERE p.id = :id AND (:admin OR p.buyer_id = :buyer OR p.seller_id = :seller)
      """
          .formatted(PaymentRows.COLUMNS);

  private static final String OF =
      "SELECT %s FROM payment p WHERE p.order_id = ANY (:orders) ORDER BY p.order_id, p.id DESC"
          .formatted(PaymentRows.COLUMNS);

  private static final String NOTED =
      """
      SELECT %s FROM payment p WHERE p.order_id = :order AND p.received_at IS NOT NULL
        AND %%s
      ORDER BY p.status = 'SETTLED' DESC LIMIT 1
      """
          .formatted(PaymentRows.COLUMNS);

  /** The order is locked as it is, so that what is decided of its money is true. */
  private static final String NOTE_NEW =
      """
      INSERT INTO payment AS p (
        order_id, buyer_id, seller_id, method, status, amount, currency, received_at, %1$s)
      SELECT o.id, o.buyer_id, o.seller_id, '%2$s', :status, o.total, o.currency, now(), :receipt
      FROM (SELECT * FROM orders WHERE id = :order AND status = :at FOR SHARE) o
      ON CONFLICT DO NOTHING
      RETURNING %3$s
      """;

  private static final String NOTE_PROOF =
      NOTE_NEW.formatted("proof_id", "BANK_TRANSFER", PaymentRows.COLUMNS);

  private static final String NOTE_WORD = NOTE_NEW.formatted("note", "MANUAL", PaymentRows.COLUMNS);

  private static final String NOTE_PROVIDED =
      """
      UPDATE payment p SET status = :status, received_at = now(), next_poll = NULL
      FROM (SELECT id FROM orders WHERE id = :order AND status = :at FOR SHARE) o
      WHERE p.id = :receipt AND p.order_id = o.id AND p.status IN ('PENDING', 'FAILED')
      RETURNING %s
      """
          .formatted(PaymentRows.COLUMNS);

  private static final String IS_SETTLED =
      "SELECT EXISTS (SELECT FROM payment WHERE order_id = :order AND status = 'SETTLED') AS settled";

  private static final String OWE =
      "UPDATE payment SET status = 'REFUND_DUE' WHERE order_id = :order AND status = 'SETTLED'";

  private static final String REFUND =
      """
      UPDATE payment p SET status = 'REFUNDED', refunded_at = now(), refunded_by = :by, refund_note = :note
      WHERE p.id = :id AND p.status = 'REFUND_DUE' AND (:admin OR p.seller_id = :seller)
      RETURNING %s
      """
          .formatted(PaymentRows.COLUMNS);

  private final DatabaseClient database;

  SqlPayments(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Payment> find(UUID id, Viewer viewer) {
    return seen(database.sql(FIND).bind("id", id), viewer)
        .bind("buyer", Parameter.fromOrEmpty(viewer.userId(), UUID.class))
        .map(PaymentRows::payment)
        .one();
  }

  private static GenericExecuteSpec seen(GenericExecuteSpec spec, Viewer viewer) {
    return spec.bind("admin", viewer.isAdmin())
        .bind("seller", Parameter.fromOrEmpty(viewer.sellerId(), UUID.class));
  }

  @Override
  public Mono<Map<UUID, List<Payment>>> of(Collection<UUID> orders) {
    return database
        .sql(OF)
        .bind("orders", orders.toArray(UUID[]::new))
        .map(PaymentRows::payment)
        .all()
        .collect(Collectors.groupingBy(Payment::orderId));
  }

  @Override
  public Mono<Payment> noted(Order order, Receipt receipt) {
    GenericExecuteSpec spec =
        switch (receipt) {
          case Receipt.Proof(UUID proof) -> noted("p.proof_id = :receipt").bind("receipt", proof);
          case Receipt.Word(String note) ->
              noted(
                      """
                      (p.status = 'SETTLED'
                        OR p.method = 'MANUAL' AND (p.status <> 'REFUNDED' OR p.note = :receipt))""")
                  .bind("receipt", note);
          case Receipt.Provided(UUID payment) -> noted("p.id = :receipt").bind("receipt", payment);
        };
    return spec.bind("order", order.id()).map(PaymentRows::payment).one();
  }

  private GenericExecuteSpec noted(String condition) {
    return database.sql(NOTED.formatted(condition));
  }

  @Override
  public Mono<Payment> note(Order order, Receipt receipt, PaymentStatus status) {
    GenericExecuteSpec spec =
        switch (receipt) {
          case Receipt.Proof(UUID proof) -> database.sql(NOTE_PROOF).bind("receipt", proof);
          case Receipt.Word(String note) -> database.sql(NOTE_WORD).bind("receipt", note);
          case Receipt.Provided(UUID payment) ->
              database.sql(NOTE_PROVIDED).bind("receipt", payment);
        };
    return spec.bind("order", order.id())
        .bind("at", order.status().name())
        .bind("status", status.name())
        .map(PaymentRows::payment)
        .one();
  }

  @Override
  public Mono<Boolean> isSettled(UUID order) {
    return database.sql(IS_SETTLED).bind("order", order).mapValue(Boolean.class).one();
  }

  @Override
  public Mono<Long> owe(UUID order) {
    return database.sql(OWE).bind("order", order).fetch().rowsUpdated();
  }

  @Override
  public Mono<Payment> refund(UUID id, String note, Viewer viewer) {
    return seen(database.sql(REFUND).bind("id", id), viewer)
        .bind("by", viewer.requireUser())
        .bind("note", note)
        .map(PaymentRows::payment)
        .one();
  }
}
