package dev.lapak.load.pgbench;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What orders writes for a checkout of one; as in its {@code checkout.r2dbc}, a test compares. */
final class OrdersSql {

  static final String BEGIN =
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

  static final String COLUMNS =
      """
      id, purchase_id, buyer_id, seller_id, number, status, version, reason, total, currency, created_at, \
      expires_at, paid_at, confirmed_at, extended, bank, account_holder, account_number, reference, \
      reservation_id, proofs""";

  /** With a place for what only carts need, twice before and once after the columns. */
  static final String WRITE =
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

  /** Other ones for each checkout, made by PostgreSQL: that is measured too, some 0.03 ms. */
  private static final String FRESH =
      """
      SELECT gen_random_uuid()::text AS buyer, gen_random_uuid()::text AS key,
        gen_random_uuid()::text AS seller, gen_random_uuid()::text AS product,
        gen_random_uuid()::text AS number, gen_random_uuid()::text AS reservation \\gset
      """;

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("buyer", ":buyer::uuid"),
          Map.entry("key", ":key::text"),
          Map.entry("hash", "'\\x00'::bytea"),
          Map.entry("attemptHash", "'\\x00'::bytea"),
          Map.entry("max", "1"),
          Map.entry("attempt", ":attempt::uuid"),
          Map.entry("contactName", "NULL"),
          Map.entry("contactEmail", "NULL"),
          Map.entry("contactPhone", "NULL"),
          Map.entry("note", "NULL"),
          Map.entry("metadata", "NULL"),
          Map.entry("status", "'PENDING_PAYMENT'"),
          Map.entry("event", "'PLACED'"),
          Map.entry("payWithin", "86400.0"),
          Map.entry("heldUntil", "now() + interval '25 hours'"),
          Map.entry("sellers", "ARRAY[:seller::uuid]"),
          Map.entry("numbers", "ARRAY[:number::text]"),
          Map.entry("references", "ARRAY['LAPAK' || :number::text]"),
          Map.entry("totals", "'{2.55}'"),
          Map.entry("currencies", "'{GBP}'"),
          Map.entry("banks", "'{Bank}'"),
          Map.entry("holders", "'{Holder}'"),
          Map.entry("accounts", "'{12345678}'"),
          Map.entry("reservations", "ARRAY[:reservation::uuid]"),
          Map.entry("lineSellers", "ARRAY[:seller::uuid]"),
          Map.entry("places", "'{0}'"),
          Map.entry("products", "ARRAY[:product::uuid]"),
          Map.entry("skus", "'{85123A}'"),
          Map.entry("titles", "'{Lantern}'"),
          Map.entry("quantities", "'{1}'"),
          Map.entry("prices", "'{2.55}'"),
          Map.entry("lineTotals", "'{2.55}'"));

  private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");

  private OrdersSql() {}

  /** The two statements, with what is new. */
  static String checkout() {
    return FRESH
        + bound(BEGIN).strip()
        + " \\gset\n"
        + bound(WRITE.formatted("", "", COLUMNS, "")).strip();
  }

  private static String bound(String sql) {
    return PARAMETER
        .matcher(sql)
        .replaceAll(
            parameter ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(VALUES.get(parameter.group(1)), parameter.group(1))));
  }
}
