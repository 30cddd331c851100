package dev.lapak.orders.checkout.r2dbc;

import dev.lapak.orders.checkout.Attempt;
import dev.lapak.orders.checkout.CheckoutRequest;
import dev.lapak.orders.checkout.Draft;
import dev.lapak.orders.checkout.KeyTakenException;
import dev.lapak.orders.checkout.OrderNumbers;
import dev.lapak.orders.checkout.Purchases;
import dev.lapak.orders.order.BankAccount;
import dev.lapak.orders.order.Contact;
import dev.lapak.orders.order.OrderEventType;
import dev.lapak.orders.order.OrderLine;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Purchase;
import dev.lapak.orders.order.Remarks;
import dev.lapak.orders.order.r2dbc.OrderRows;
import io.r2dbc.postgresql.api.PostgresqlException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** One statement writes it all: the fewest round trips, and no transaction that could stay open. */
@Repository
class SqlPurchases implements Purchases {

  private static final String WRITE =
      """
      WITH %sattempt AS (
        DELETE FROM checkout_attempt WHERE id = :attempt AND abandoned_at IS NULL%s
        RETURNING buyer_id, idempotency_key
      ), bought AS (
        INSERT INTO purchase (
          buyer_id, idempotency_key, input_hash,
          contact_name, contact_email, contact_phone, note, metadata)
        SELECT buyer_id, idempotency_key, :hash,
          :contactName, :contactEmail, :contactPhone, :note, :metadata::jsonb
        FROM attempt
        RETURNING id, buyer_id
      ), placed AS (
        INSERT INTO orders (
          purchase_id, buyer_id, status, expires_at, held_until, seller_id, number, reference,
          total, currency, bank, account_holder, account_number, reservation_id)
        SELECT bought.id, bought.buyer_id, :status, now() + make_interval(secs => :payWithin),
          :heldUntil, draft.*
        FROM bought, unnest(
          :sellers::uuid[], :numbers::text[], :references::text[], :totals::numeric[],
          :currencies::text[], :banks::text[], :holders::text[], :accounts::text[],
          :reservations::uuid[]) AS draft
        RETURNING %s
      ), lines AS (
        INSERT INTO order_line (
          order_id, place, product_id, sku, title, quantity, unit_price, total)
        SELECT placed.id, line.place, line.product, line.sku, line.title, line.quantity,
          line.price, line.total
        FROM placed JOIN unnest(
          :lineSellers::uuid[], :places::int[], :products::uuid[], :skus::text[], :titles::text[],
          :quantities::int[], :prices::numeric[], :lineTotals::numeric[])
          AS line (seller, place, product, sku, title, quantity, price, total)
          ON line.seller = placed.seller_id
      ), told AS (
        INSERT INTO outbox (
          stream, seq, type, status, buyer_id, seller_id, actor_id, acted_as, reservation_id)
        SELECT id, version, :event, status, buyer_id, seller_id, buyer_id, 'BUYER', reservation_id
        FROM placed
      )%s
      SELECT * FROM placed ORDER BY id
      """;

  /**
   * The cart must still hold all of it: what another tab has bought meanwhile is not bought twice.
   * Lines are judged as they are when they are locked, which may be later than what this statement
   * reads; their cart is locked first, as by everybody.
   */
  private static final String STILL_HELD =
      """
      owned AS MATERIALIZED (
        SELECT owner_id FROM cart WHERE owner_id = :owner FOR UPDATE
      ), held AS MATERIALIZED (
        SELECT line.product_id
        FROM owned JOIN cart_line line ON line.owner_id = owned.owner_id
        JOIN unnest(:products::uuid[], :quantities::int[]) AS sold (product, quantity)
          ON line.product_id = sold.product AND line.quantity >= sold.quantity
        FOR UPDATE OF line
      ),
      """;

  private static final String IF_STILL_HELD =
      " AND (SELECT count(*) FROM held) = cardinality(:products::uuid[])";

  /** What was bought leaves the cart, and what was added meanwhile stays. */
  private static final String LEAVE_CART =
      """
      , taken AS (
        MERGE INTO cart_line AS held
        USING (
          SELECT bought.buyer_id, line.product, line.quantity
          FROM bought CROSS JOIN unnest(:products::uuid[], :quantities::int[])
            AS line (product, quantity)
        ) AS sold
        ON held.owner_id = sold.buyer_id AND held.product_id = sold.product
        WHEN MATCHED AND held.quantity <= sold.quantity THEN DELETE
        WHEN MATCHED THEN UPDATE SET quantity = held.quantity - sold.quantity
      )""";

  private static final String WRITE_LINES = WRITE.formatted("", "", OrderRows.COLUMNS, "");
  private static final String WRITE_CART =
      WRITE.formatted(STILL_HELD, IF_STILL_HELD, OrderRows.COLUMNS, LEAVE_CART);

  private static final String KEY = "purchase_key";

  /** By chance the number of another order. */
  private static final List<String> NUMBERS = List.of("orders_number", "orders_reference");

  private static final int TRIES = 5;

  private static final Contact NOBODY = new Contact(null, null, null);

  private final DatabaseClient database;
  private final OrderNumbers numbers;

  SqlPurchases(DatabaseClient database, OrderNumbers numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  @Override
  public Mono<Purchase> write(Attempt attempt, CheckoutRequest request, Contents contents) {
    return Mono.defer(
            () -> statement(attempt, request, contents).map(OrderRows::order).all().collectList())
        .filter(orders -> !orders.isEmpty())
        .map(Purchase::of)
        .retryWhen(Retry.max(TRIES).filter(SqlPurchases::isNumberTaken))
        .onErrorMap(SqlPurchases::isKeyTaken, taken -> new KeyTakenException());
  }

  private GenericExecuteSpec statement(
      Attempt attempt, CheckoutRequest request, Contents contents) {
    List<Draft> drafts = contents.drafts();
    List<String> fresh = drafts.stream().map(draft -> numbers.next()).toList();
    List<BankAccount> accounts =
        drafts.stream()
            .map(draft -> Objects.requireNonNull(contents.accounts().get(draft.sellerId())))
            .toList();
    GenericExecuteSpec written =
        request.fromCart()
            ? database.sql(WRITE_CART).bind("owner", request.buyer())
            : database.sql(WRITE_LINES);
    GenericExecuteSpec head =
        written
            .bind("attempt", attempt.id())
            .bind("hash", request.inputHash())
            .bind("status", OrderStatus.PENDING_PAYMENT.name())
            .bind("event", OrderEventType.PLACED.name())
            .bind("payWithin", (double) contents.payWithin().toSeconds())
            .bind("heldUntil", contents.heldUntil().atOffset(ZoneOffset.UTC))
            .bind("sellers", array(drafts, Draft::sellerId, UUID[]::new))
            .bind("numbers", fresh.toArray(String[]::new))
            .bind("references", array(fresh, OrderNumbers::reference, String[]::new))
            .bind("totals", array(drafts, draft -> draft.total().amount(), BigDecimal[]::new))
            .bind("currencies", array(drafts, SqlPurchases::currency, String[]::new))
            .bind("banks", array(accounts, BankAccount::bank, String[]::new))
            .bind("holders", array(accounts, BankAccount::holder, String[]::new))
            .bind("accounts", array(accounts, BankAccount::number, String[]::new))
            .bind("reservations", contents.reservations().toArray(UUID[]::new));
    return lines(remarks(head, contents.remarks()), drafts.stream().flatMap(Placed::of).toList());
  }

  private static GenericExecuteSpec remarks(GenericExecuteSpec head, Remarks remarks) {
    Contact contact = Objects.requireNonNullElse(remarks.contact(), NOBODY);
    return head.bind("contactName", text(contact.name()))
        .bind("contactEmail", text(contact.email()))
        .bind("contactPhone", text(contact.phone()))
        .bind("note", text(remarks.note()))
        .bind("metadata", text(remarks.metadata()));
  }

  private static Parameter text(@Nullable String text) {
    return Parameter.fromOrEmpty(text, String.class);
  }

  private static GenericExecuteSpec lines(GenericExecuteSpec head, List<Placed> lines) {
    return head.bind("lineSellers", array(lines, Placed::seller, UUID[]::new))
        .bind("places", array(lines, Placed::place, Integer[]::new))
        .bind("products", array(lines, placed -> placed.line().productId(), UUID[]::new))
        .bind("skus", array(lines, placed -> placed.line().sku(), String[]::new))
        .bind("titles", array(lines, placed -> placed.line().title(), String[]::new))
        .bind("quantities", array(lines, placed -> placed.line().quantity(), Integer[]::new))
        .bind(
            "prices", array(lines, placed -> placed.line().unitPrice().amount(), BigDecimal[]::new))
        .bind(
            "lineTotals",
            array(lines, placed -> placed.line().total().amount(), BigDecimal[]::new));
  }

  private static <T, A> A[] array(List<T> of, Function<T, A> value, IntFunction<A[]> make) {
    return of.stream().map(value).toArray(make);
  }

  private static String currency(Draft draft) {
    return draft.total().currency().getCurrencyCode();
  }

  private static boolean isKeyTaken(Throwable failure) {
    return KEY.equals(constraint(failure));
  }

  private static boolean isNumberTaken(Throwable failure) {
    return NUMBERS.contains(constraint(failure));
  }

  private static String constraint(Throwable failure) {
    return failure instanceof DataIntegrityViolationException violation
            && violation.getMostSpecificCause() instanceof PostgresqlException cause
        ? cause.getErrorDetails().getConstraintName().orElse("")
        : "";
  }

  /** A line with what it belongs to. */
  private record Placed(UUID seller, int place, OrderLine line) {

    static Stream<Placed> of(Draft draft) {
      return draft.lines().stream()
          .map(line -> new Placed(draft.sellerId(), line.place(), line.snapshot()));
    }
  }
}
