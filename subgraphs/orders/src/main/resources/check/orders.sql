-- What is true of orders' tables between any two transactions; ./lapak check looks.
-- Each statement finds the rows where what stands above it does not hold, of the table that is named there.

--- outbox: positions have no gap
SELECT * FROM (
  SELECT stream, seq, position, lag(position, 1, 0::bigint) OVER (ORDER BY position) AS before
  FROM outbox WHERE position IS NOT NULL) o
WHERE position <> before + 1

--- outbox: each order's events are numbered from 1 on, without a gap
SELECT * FROM (
  SELECT stream, seq, lag(seq, 1, 0) OVER (PARTITION BY stream ORDER BY seq) AS before FROM outbox) o
WHERE seq <> before + 1

--- outbox: each order's events have positions in their order
SELECT * FROM (
  SELECT stream, seq, position, lag(position) OVER (PARTITION BY stream ORDER BY seq) AS before,
    lag(seq) OVER (PARTITION BY stream ORDER BY seq) AS seq_before
  FROM outbox) o
WHERE position IS NOT NULL AND seq_before IS NOT NULL AND (before IS NULL OR before >= position)

--- outbox: events get their positions soon
SELECT stream, seq, type, occurred_at FROM outbox
WHERE position IS NULL AND occurred_at < now() - interval '30 seconds'

--- outbox_consumer: what is consumed has been stamped
SELECT c.name, c.position FROM outbox_consumer c
WHERE c.position > (SELECT coalesce(max(position), 0) FROM outbox)

--- orders: an order is what its last event says
SELECT o.id, o.number, o.status, o.version, e.seq, e.status AS said FROM orders o
LEFT JOIN LATERAL (SELECT seq, status FROM outbox WHERE stream = o.id ORDER BY seq DESC LIMIT 1) e ON true
WHERE (e.seq, e.status) IS DISTINCT FROM (o.version, o.status)

--- outbox: an order goes only where it may, by whom it may
SELECT * FROM (
  SELECT stream, seq, type, lag(status, 1, '') OVER (PARTITION BY stream ORDER BY seq) AS before, status, acted_as FROM outbox) e
WHERE (type, before, status, acted_as) NOT IN (VALUES
  ('PLACED', '', 'PENDING_PAYMENT', 'BUYER'),
  ('PROOF_SUBMITTED', 'PENDING_PAYMENT', 'PAYMENT_REVIEW', 'BUYER'),
  ('PAYMENT_APPROVED', 'PAYMENT_REVIEW', 'PAID', 'SELLER'), ('PAYMENT_APPROVED', 'PAYMENT_REVIEW', 'PAID', 'ADMIN'),
  ('PAYMENT_REJECTED', 'PAYMENT_REVIEW', 'PENDING_PAYMENT', 'SELLER'), ('PAYMENT_REJECTED', 'PAYMENT_REVIEW', 'PENDING_PAYMENT', 'ADMIN'),
  ('DEADLINE_EXTENDED', 'PENDING_PAYMENT', 'PENDING_PAYMENT', 'BUYER'),
  ('PAID', 'PENDING_PAYMENT', 'PAID', 'ADMIN'), ('PAID', 'PENDING_PAYMENT', 'PAID', 'PROVIDER'),
  ('PAID', 'PAYMENT_REVIEW', 'PAID', 'ADMIN'), ('PAID', 'PAYMENT_REVIEW', 'PAID', 'PROVIDER'),
  ('PAID', 'EXPIRED', 'PAID', 'ADMIN'), ('PAID', 'EXPIRED', 'PAID', 'PROVIDER'),
  ('CONFIRMED', 'PAID', 'PROCESSING', 'SELLER'), ('CONFIRMED', 'PAID', 'PROCESSING', 'ADMIN'),
  ('SHIPPED', 'PROCESSING', 'SHIPPED', 'SELLER'), ('SHIPPED', 'PROCESSING', 'SHIPPED', 'ADMIN'),
  ('DELIVERED', 'SHIPPED', 'DELIVERED', 'BUYER'), ('DELIVERED', 'SHIPPED', 'DELIVERED', 'SELLER'), ('DELIVERED', 'SHIPPED', 'DELIVERED', 'ADMIN'),
  ('COMPLETED', 'DELIVERED', 'COMPLETED', 'BUYER'), ('COMPLETED', 'DELIVERED', 'COMPLETED', 'ADMIN'), ('COMPLETED', 'DELIVERED', 'COMPLETED', 'TIME'),
  ('CANCELLED', 'PENDING_PAYMENT', 'CANCELLED', 'BUYER'), ('CANCELLED', 'PENDING_PAYMENT', 'CANCELLED', 'SELLER'), ('CANCELLED', 'PENDING_PAYMENT', 'CANCELLED', 'ADMIN'),
  ('CANCELLED', 'PAYMENT_REVIEW', 'CANCELLED', 'BUYER'), ('CANCELLED', 'PAYMENT_REVIEW', 'CANCELLED', 'SELLER'), ('CANCELLED', 'PAYMENT_REVIEW', 'CANCELLED', 'ADMIN'),
  ('CANCELLED', 'PAID', 'CANCELLED', 'BUYER'), ('CANCELLED', 'PAID', 'CANCELLED', 'SELLER'), ('CANCELLED', 'PAID', 'CANCELLED', 'ADMIN'),
  ('CANCELLED', 'PROCESSING', 'CANCELLED', 'SELLER'), ('CANCELLED', 'PROCESSING', 'CANCELLED', 'ADMIN'),
  ('EXPIRED', 'PENDING_PAYMENT', 'EXPIRED', 'TIME'))

--- orders: an order's total is the sum of its lines
SELECT o.id, o.number, o.total, sum(l.total) AS lines FROM orders o
LEFT JOIN order_line l ON l.order_id = o.id
GROUP BY o.id HAVING o.total IS DISTINCT FROM sum(l.total)

--- orders: an order has a settled payment exactly while it is paid, unless a provider took that back
SELECT o.id, o.number, o.status, count(p.id) FILTER (WHERE p.status = 'SETTLED') AS settled FROM orders o
LEFT JOIN payment p ON p.order_id = o.id
GROUP BY o.id
HAVING count(p.id) FILTER (WHERE p.status = 'SETTLED')
    <> CASE WHEN o.status IN ('PAID', 'PROCESSING', 'SHIPPED', 'DELIVERED', 'COMPLETED') THEN 1 ELSE 0 END
  AND NOT (o.status IN ('PAID', 'PROCESSING', 'SHIPPED', 'DELIVERED', 'COMPLETED')
    AND count(p.id) FILTER (WHERE p.status = 'SETTLED') = 0
    AND count(p.id) FILTER (WHERE p.method = 'MIDTRANS' AND p.status = 'REFUNDED' AND p.refunded_by IS NULL) > 0)

--- orders: what was paid for a cancelled order goes back
SELECT o.id, o.number FROM orders o
WHERE o.status = 'CANCELLED' AND o.paid_at IS NOT NULL
  AND NOT EXISTS (SELECT FROM payment p WHERE p.order_id = o.id AND p.status IN ('REFUND_DUE', 'REFUNDED'))

--- payment: a payment is of its order's buyer and seller, and of its total unless it goes back
SELECT p.*, o.number FROM payment p JOIN orders o ON o.id = p.order_id
WHERE (p.buyer_id, p.seller_id) IS DISTINCT FROM (o.buyer_id, o.seller_id)
  OR p.status NOT IN ('REFUND_DUE', 'REFUNDED') AND (p.amount, p.currency) IS DISTINCT FROM (o.total, o.currency)

--- purchase: a purchase has orders, all of its buyer
SELECT p.id, p.buyer_id, o.id AS order_id, o.buyer_id AS ordered_by FROM purchase p
LEFT JOIN orders o ON o.purchase_id = p.id
WHERE o.buyer_id IS DISTINCT FROM p.buyer_id

--- unsettled: nothing is left to a person
SELECT * FROM unsettled WHERE next_try IS NULL

--- sales: what was sold is what the events say that have been counted
SELECT * FROM (
  SELECT seller_id, currency, sum(orders) AS orders, sum(units) AS units, sum(paid) AS paid,
    sum(cancelled_orders) AS cancelled_orders, sum(cancelled) AS cancelled
  FROM sales WHERE dimension = 'SELLER' AND grain = 'QUARTER' GROUP BY seller_id, currency) s
FULL JOIN (
  SELECT seller_id, currency, count(*) AS orders_said, sum(units) AS units_said, sum(total) AS paid_said,
    count(*) FILTER (WHERE was_cancelled) AS cancelled_orders_said,
    coalesce(sum(total) FILTER (WHERE was_cancelled), 0) AS cancelled_said
  FROM (
    SELECT o.seller_id, o.currency, o.total,
      (SELECT sum(quantity) FROM order_line l WHERE l.order_id = o.id) AS units,
      EXISTS (SELECT FROM outbox e WHERE e.stream = o.id AND e.type = 'CANCELLED'
        AND e.position <= (SELECT position FROM outbox_consumer WHERE name = 'sales')) AS was_cancelled
    FROM orders o
    WHERE EXISTS (SELECT FROM outbox e WHERE e.stream = o.id AND e.type IN ('PAYMENT_APPROVED', 'PAID')
      AND e.position <= (SELECT position FROM outbox_consumer WHERE name = 'sales'))) paid
  GROUP BY seller_id, currency) o USING (seller_id, currency)
WHERE (s.orders, s.units, s.paid, s.cancelled_orders, s.cancelled)
  IS DISTINCT FROM (orders_said, units_said, paid_said, cancelled_orders_said, cancelled_said)

--- sales: sellers' and products' sales add up to all, by quarters as by months
SELECT currency, json_agg(s) AS sums FROM (
  SELECT currency, dimension, grain, sum(units) AS units, sum(paid) AS paid, sum(cancelled_units) AS cancelled_units,
    sum(cancelled) AS cancelled
  FROM sales GROUP BY currency, dimension, grain) s
GROUP BY currency HAVING count(*) <> 11 OR count(DISTINCT (units, paid, cancelled_units, cancelled)) > 1
