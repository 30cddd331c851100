package dev.lapak.orders.checkout.r2dbc;

import static dev.lapak.orders.order.r2dbc.RowArrays.column;

import dev.lapak.orders.checkout.OrderNumbers;
import dev.lapak.orders.checkout.r2dbc.Writing.LineRow;
import dev.lapak.orders.checkout.r2dbc.Writing.OrderRow;
import dev.lapak.orders.order.Contact;
import dev.lapak.orders.order.OrderEventType;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.r2dbc.OrderRows;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;

/** Writes purchases, all of them or none: each attempt that has not ended becomes one. */
@Component
class WriteStatement {

  /**
   * {@code coalesce} hides {@code abandoned_at IS NULL} from the planner: else it takes the index
   * of just those, and reads all of it, with thousands that were deleted lately.
   */
  private static final String WRITE =
      """
      WITH %sended AS (
        DELETE FROM checkout_attempt
        WHERE id = ANY (:attempts::uuid[]) AND coalesce(abandoned_at, '-infinity') = '-infinity'%s
        RETURNING id, buyer_id, idempotency_key
      ), attempt AS (
        SELECT buyer_id, idempotency_key, uuidv7() AS purchase, written.*
        FROM ended JOIN unnest(
          :attempts::uuid[], :hashes::text[], :contactNames::text[], :contactEmails::text[],
          :contactPhones::text[], :notes::text[], :metadata::text[])
          AS written (id, hash, contact_name, contact_email, contact_phone, note, metadata)
          USING (id)
      ), bought AS (
        INSERT INTO purchase (
          id, buyer_id, idempotency_key, input_hash,
          contact_name, contact_email, contact_phone, note, metadata)
        SELECT purchase, buyer_id, idempotency_key, decode(hash, 'hex'),
          contact_name, contact_email, contact_phone, note, metadata::jsonb
        FROM attempt
      ), placed AS (
        INSERT INTO orders (
          purchase_id, buyer_id, status, expires_at, held_until, seller_id, number, reference,
          total, currency, bank, account_holder, account_number, reservation_id)
        SELECT purchase, buyer_id, :status, now() + make_interval(secs => pay_within), held_until,
          seller, number, reference, total, currency, bank, holder, account, reservation
        FROM attempt JOIN unnest(
          :orderAttempts::uuid[], :payWithin::float8[], :heldUntil::timestamptz[], :sellers::uuid[],
          :numbers::text[], :references::text[], :totals::numeric[], :currencies::text[],
          :banks::text[], :holders::text[], :accounts::text[], :reservations::uuid[])
          AS draft (id, pay_within, held_until, seller, number, reference, total, currency,
            bank, holder, account, reservation)
          USING (id)
        RETURNING %s
      ), lines AS (
        INSERT INTO order_line (
          order_id, place, product_id, sku, title, quantity, unit_price, total)
        SELECT placed.id, line.place, line.product, line.sku, line.title, line.quantity,
          line.price, line.total
        FROM placed JOIN unnest(
          :lineReservations::uuid[], :places::int[], :products::uuid[], :skus::text[],
          :titles::text[], :quantities::int[], :prices::numeric[], :lineTotals::numeric[])
          AS line (reservation, place, product, sku, title, quantity, price, total)
          ON line.reservation = placed.reservation_id
      ), told AS (
        INSERT INTO outbox (
          stream, seq, type, status, buyer_id, seller_id, actor_id, acted_as, reservation_id)
        SELECT id, version, :event, status, buyer_id, seller_id, buyer_id, 'BUYER', reservation_id
        FROM placed
      )%s
      SELECT placed.*, attempt.id AS attempt FROM attempt JOIN placed ON placed.purchase_id = purchase
      ORDER BY placed.id
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
          SELECT attempt.buyer_id, line.product, line.quantity
          FROM attempt CROSS JOIN unnest(:products::uuid[], :quantities::int[])
            AS line (product, quantity)
        ) AS sold
        ON held.owner_id = sold.buyer_id AND held.product_id = sold.product
        WHEN MATCHED AND held.quantity <= sold.quantity THEN DELETE
        WHEN MATCHED THEN UPDATE SET quantity = held.quantity - sold.quantity
      )""";

  private static final String WRITE_LINES = WRITE.formatted("", "", OrderRows.COLUMNS, "");
  private static final String WRITE_CART =
      WRITE.formatted(STILL_HELD, IF_STILL_HELD, OrderRows.COLUMNS, LEAVE_CART);

  private static final Contact NOBODY = new Contact(null, null, null);

  private final DatabaseClient database;
  private final OrderNumbers numbers;

  WriteStatement(DatabaseClient database, OrderNumbers numbers) {
    this.database = database;
    this.numbers = numbers;
  }

  /** A cart is bought alone. */
  GenericExecuteSpec ofCart(Writing writing) {
    return bind(
        database.sql(WRITE_CART).bind("owner", writing.request().buyer()), List.of(writing));
  }

  /**
   * The orders, each with the {@code attempt} that it came of.
   *
   * @param writings of an attempt each
   */
  GenericExecuteSpec of(List<Writing> writings) {
    return bind(database.sql(WRITE_LINES), writings);
  }

  private GenericExecuteSpec bind(GenericExecuteSpec statement, List<Writing> writings) {
    List<OrderRow> orders = writings.stream().flatMap(Writing::orders).toList();
    return lines(
        orders(purchases(statement, writings), orders),
        orders.stream().flatMap(OrderRow::lines).toList());
  }

  private static GenericExecuteSpec purchases(GenericExecuteSpec head, List<Writing> of) {
    return head.bind("attempts", column(of, writing -> writing.attempt().id(), UUID[]::new))
        .bind("hashes", column(of, writing -> writing.request().inputHash(), String[]::new))
        .bind("contactNames", column(of, writing -> contact(writing).name(), String[]::new))
        .bind("contactEmails", column(of, writing -> contact(writing).email(), String[]::new))
        .bind("contactPhones", column(of, writing -> contact(writing).phone(), String[]::new))
        .bind("notes", column(of, writing -> writing.contents().remarks().note(), String[]::new))
        .bind(
            "metadata",
            column(of, writing -> writing.contents().remarks().metadata(), String[]::new));
  }

  private static Contact contact(Writing writing) {
    Contact contact = writing.contents().remarks().contact();
    return contact == null ? NOBODY : contact;
  }

  private GenericExecuteSpec orders(GenericExecuteSpec head, List<OrderRow> of) {
    List<String> fresh = of.stream().map(row -> numbers.next()).toList();
    return head.bind("status", OrderStatus.PENDING_PAYMENT.name())
        .bind("event", OrderEventType.PLACED.name())
        .bind("orderAttempts", column(of, OrderRow::attempt, UUID[]::new))
        .bind("payWithin", column(of, OrderRow::payWithin, Double[]::new))
        .bind("heldUntil", column(of, OrderRow::heldUntil, OffsetDateTime[]::new))
        .bind("sellers", column(of, OrderRow::seller, UUID[]::new))
        .bind("numbers", fresh.toArray(String[]::new))
        .bind("references", column(fresh, OrderNumbers::reference, String[]::new))
        .bind("totals", column(of, row -> row.draft().total().amount(), BigDecimal[]::new))
        .bind("currencies", column(of, OrderRow::currency, String[]::new))
        .bind("banks", column(of, row -> row.account().bank(), String[]::new))
        .bind("holders", column(of, row -> row.account().holder(), String[]::new))
        .bind("accounts", column(of, row -> row.account().number(), String[]::new))
        .bind("reservations", column(of, OrderRow::reservation, UUID[]::new));
  }

  private static GenericExecuteSpec lines(GenericExecuteSpec head, List<LineRow> of) {
    return head.bind("lineReservations", column(of, LineRow::reservation, UUID[]::new))
        .bind("places", column(of, LineRow::place, Integer[]::new))
        .bind("products", column(of, row -> row.line().productId(), UUID[]::new))
        .bind("skus", column(of, row -> row.line().sku(), String[]::new))
        .bind("titles", column(of, row -> row.line().title(), String[]::new))
        .bind("quantities", column(of, row -> row.line().quantity(), Integer[]::new))
        .bind("prices", column(of, row -> row.line().unitPrice().amount(), BigDecimal[]::new))
        .bind("lineTotals", column(of, row -> row.line().total().amount(), BigDecimal[]::new));
  }
}
