package dev.lapak.load.pgbench;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What orders writes for a checkout of one; as in its {@code checkout.r2dbc}, a test compares. */
final class OrdersSql {

  static final String BEGIN =
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

  static final String COLUMNS =
      """
      id, purchase_id, buyer_id, seller_id, number, status, version, reason, total, currency, created_at, \
      expires_at, paid_at, confirmed_at, extended, bank, account_holder, account_number, reference, \
      reservation_id, proofs""";

  /** With a place for what only carts need, twice before and once after the columns. */
  static final String WRITE =
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

  /** Other ones for each checkout, made by PostgreSQL: that is measured too, some 0.03 ms. */
  private static final String FRESH =
      """
      SELECT gen_random_uuid()::text AS buyer, gen_random_uuid()::text AS key,
        gen_random_uuid()::text AS seller, gen_random_uuid()::text AS product,
        gen_random_uuid()::text AS number, gen_random_uuid()::text AS reservation \\gset
      """;

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("buyers", "ARRAY[:buyer::uuid]"),
          Map.entry("keys", "ARRAY[:key::text]"),
          Map.entry("hashes", "'{00}'"),
          Map.entry("attemptHashes", "'{00}'"),
          Map.entry("max", "'{1}'"),
          Map.entry("attempts", "ARRAY[:attempt::uuid]"),
          Map.entry("contactNames", "'{NULL}'"),
          Map.entry("contactEmails", "'{NULL}'"),
          Map.entry("contactPhones", "'{NULL}'"),
          Map.entry("notes", "'{NULL}'"),
          Map.entry("metadata", "'{NULL}'"),
          Map.entry("status", "'PENDING_PAYMENT'"),
          Map.entry("event", "'PLACED'"),
          Map.entry("orderAttempts", "ARRAY[:attempt::uuid]"),
          Map.entry("payWithin", "'{86400}'"),
          Map.entry("heldUntil", "ARRAY[now() + interval '25 hours']"),
          Map.entry("sellers", "ARRAY[:seller::uuid]"),
          Map.entry("numbers", "ARRAY[:number::text]"),
          Map.entry("references", "ARRAY['LAPAK' || :number::text]"),
          Map.entry("totals", "'{2.55}'"),
          Map.entry("currencies", "'{GBP}'"),
          Map.entry("banks", "'{Bank}'"),
          Map.entry("holders", "'{Holder}'"),
          Map.entry("accounts", "'{12345678}'"),
          Map.entry("reservations", "ARRAY[:reservation::uuid]"),
          Map.entry("lineReservations", "ARRAY[:reservation::uuid]"),
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
