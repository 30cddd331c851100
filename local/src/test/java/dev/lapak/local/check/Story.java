package dev.lapak.local.check;

import java.util.Map;

/**
 * What has happened: a seller, a buyer, a product in two warehouses, and an order in each state.
 */
final class Story {

  private static final String SELLER = "'00000000-0000-7000-8000-00000000005e'::uuid";
  private static final String BUYER = "'00000000-0000-7000-8000-0000000000b0'::uuid";
  private static final String PRODUCT = "'00000000-0000-7000-8000-0000000000f0'::uuid";
  private static final String HERE = "'00000000-0000-7000-8000-000000000001'::uuid";
  private static final String THERE = "'00000000-0000-7000-8000-000000000002'::uuid";

  /**
   * By subgraph. Of 21 that came three were sold, one of which is back; two are promised; of 6 that
   * were sent, 2 are on their way, 1 is lost.
   */
  static final Map<String, String> OF =
      Map.of(
          "users",
          """
          INSERT INTO users (id, email, password_hash, name) VALUES
            (%1$s, 'seller@example.test', '-', 'S'), (%2$s, 'buyer@example.test', '-', 'B');
          INSERT INTO sellers (id, user_id, name, currency, bank, account_holder, account_number)
          VALUES (%1$s, %1$s, 'S', 'GBP', 'b', 'h', '1');
          """
              .formatted(SELLER, BUYER),
          "products",
          """
          INSERT INTO products (id, seller_id, sku, title, description, price, currency, tags)
          VALUES (%2$s, %1$s, 'sku', 'Lantern', '', 2, 'GBP', '{}');
          """
              .formatted(SELLER, PRODUCT),
          "inventory",
          """
          INSERT INTO product_owner VALUES (%2$s, %1$s);
          INSERT INTO warehouse (id, seller_id, name) VALUES (%3$s, %1$s, 'Here'), (%4$s, %1$s, 'There');
          INSERT INTO stock_level VALUES (%2$s, %3$s, 13, 2), (%2$s, %4$s, 3, 0);
          INSERT INTO reservation (id, status, expires_at, ended_at, returned_at)
          SELECT ('00000000-0000-7000-8000-00000000010' || i)::uuid,
            (ARRAY ['ACTIVE', 'ACTIVE', 'COMMITTED', 'RELEASED', 'EXPIRED', 'COMMITTED', 'RETURNED'])[i],
            now() + interval '1 hour', CASE WHEN i > 2 THEN now() END, CASE WHEN i = 7 THEN now() END
          FROM generate_series(1, 7) i;
          INSERT INTO reservation_line
          SELECT id, %2$s, %3$s, 1, CASE WHEN status = 'ACTIVE' THEN expires_at END FROM reservation;
          INSERT INTO transfer (id, seller_id, source_id, destination_id, status, idempotency_key, started_by, ended_at, ended_by)
          VALUES ('00000000-0000-7000-8000-000000000201', %1$s, %3$s, %4$s, 'RECEIVED', '1', %1$s, now(), %1$s),
            ('00000000-0000-7000-8000-000000000202', %1$s, %3$s, %4$s, 'IN_TRANSIT', '2', %1$s, NULL, NULL);
          INSERT INTO transfer_line VALUES ('00000000-0000-7000-8000-000000000201', %2$s, 4, 3),
            ('00000000-0000-7000-8000-000000000202', %2$s, 2, NULL);
          INSERT INTO stock_movement (product_id, warehouse_id, kind, delta, on_hand_after, reason, reservation_id, transfer_id) VALUES
            (%2$s, %3$s, 'COUNT', 20, 20, NULL, NULL, NULL),
            (%2$s, %3$s, 'ADJUSTMENT', 1, 21, 'one more', NULL, NULL),
            (%2$s, %3$s, 'SALE', -1, 20, NULL, '00000000-0000-7000-8000-000000000103', NULL),
            (%2$s, %3$s, 'SALE', -1, 19, NULL, '00000000-0000-7000-8000-000000000106', NULL),
            (%2$s, %3$s, 'SALE', -1, 18, NULL, '00000000-0000-7000-8000-000000000107', NULL),
            (%2$s, %3$s, 'RETURN', 1, 19, NULL, '00000000-0000-7000-8000-000000000107', NULL),
            (%2$s, %3$s, 'TRANSFER_OUT', -4, 15, NULL, NULL, '00000000-0000-7000-8000-000000000201'),
            (%2$s, %3$s, 'TRANSFER_OUT', -2, 13, NULL, NULL, '00000000-0000-7000-8000-000000000202'),
            (%2$s, %4$s, 'TRANSFER_IN', 3, 3, NULL, NULL, '00000000-0000-7000-8000-000000000201');
          """
              .formatted(SELLER, PRODUCT, HERE, THERE),
          "orders",
          """
          INSERT INTO purchase (id, buyer_id, idempotency_key, input_hash)
          SELECT ('00000000-0000-7000-8000-00000000030' || i)::uuid, %2$s, i::text, '' FROM generate_series(1, 7) i;
          INSERT INTO orders (id, purchase_id, buyer_id, seller_id, number, status, version, total, currency, expires_at,
            time_left, paid_at, confirmed_at, bank, account_holder, account_number, reference, reservation_id, held_until)
          SELECT ('00000000-0000-7000-8000-00000000040' || i)::uuid, ('00000000-0000-7000-8000-00000000030' || i)::uuid,
            %2$s, %1$s, i::text,
            (ARRAY ['PENDING_PAYMENT', 'PAYMENT_REVIEW', 'PAID', 'CANCELLED', 'EXPIRED', 'SHIPPED', 'CANCELLED'])[i],
            (ARRAY [1, 2, 3, 2, 2, 5, 4])[i], 2, 'GBP', CASE i WHEN 1 THEN now() + interval '30 minutes' END,
            CASE i WHEN 2 THEN interval '10 minutes' END, CASE WHEN i IN (3, 6, 7) THEN now() END,
            CASE i WHEN 6 THEN now() END, 'b', 'h', '1', 'r' || i,
            ('00000000-0000-7000-8000-00000000010' || i)::uuid, now() + interval '40 minutes'
          FROM generate_series(1, 7) i;
          INSERT INTO order_line SELECT id, 0, %3$s, 'sku', 'Lantern', 1, 2, 2 FROM orders;
          INSERT INTO outbox (stream, seq, position, type, status, buyer_id, seller_id, actor_id, acted_as, reservation_id)
          SELECT o.id, seq, row_number() OVER (ORDER BY seq, o.id), e.type, e.status, o.buyer_id, o.seller_id,
            CASE acted_as WHEN 'BUYER' THEN o.buyer_id WHEN 'SELLER' THEN o.seller_id END, acted_as, o.reservation_id
          FROM (VALUES (1, 'PLACED', 'PENDING_PAYMENT', 'BUYER', '{1,2,3,4,5,6,7}'),
            (2, 'PROOF_SUBMITTED', 'PAYMENT_REVIEW', 'BUYER', '{2,3,6,7}'),
            (2, 'CANCELLED', 'CANCELLED', 'BUYER', '{4}'),
            (2, 'EXPIRED', 'EXPIRED', 'TIME', '{5}'),
            (3, 'PAYMENT_APPROVED', 'PAID', 'SELLER', '{3,6,7}'),
            (4, 'CONFIRMED', 'PROCESSING', 'SELLER', '{6}'),
            (4, 'CANCELLED', 'CANCELLED', 'SELLER', '{7}'),
            (5, 'SHIPPED', 'SHIPPED', 'SELLER', '{6}')) AS e (seq, type, status, acted_as, numbers)
          JOIN orders o ON o.number = ANY (e.numbers::text[]);
          INSERT INTO payment (order_id, buyer_id, seller_id, method, status, amount, currency, received_at, note)
          SELECT id, buyer_id, seller_id, 'MANUAL', CASE status WHEN 'CANCELLED' THEN 'REFUND_DUE' ELSE 'SETTLED' END,
            total, currency, now(), 'seen'
          FROM orders WHERE paid_at IS NOT NULL;
          INSERT INTO sales
          SELECT dimension, grain, CASE dimension WHEN 'ALL' THEN o.none ELSE %1$s END, '2026-01-31T00:00Z',
            CASE dimension WHEN 'PRODUCT' THEN %3$s ELSE o.none END, 'GBP', 3, 3, 6, 1, 1, 2
          FROM unnest(ARRAY ['ALL', 'SELLER', 'PRODUCT']) dimension, unnest(ARRAY ['QUARTER', 'HOUR', 'DAY', 'MONTH']) grain,
            (SELECT '00000000-0000-0000-0000-000000000000'::uuid AS none) o
          WHERE dimension <> 'PRODUCT' OR grain <> 'HOUR';
          UPDATE outbox_consumer SET position = (SELECT max(position) FROM outbox);
          """
              .formatted(SELLER, BUYER, PRODUCT));

  private Story() {}
}
