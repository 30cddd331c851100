-- What an order goes through after its payment.
ALTER TABLE orders
  DROP CONSTRAINT orders_status_check,
  ADD CONSTRAINT orders_status_check CHECK (status IN (
    'PENDING_PAYMENT', 'PAYMENT_REVIEW', 'PAID', 'PROCESSING', 'SHIPPED', 'DELIVERED', 'COMPLETED', 'CANCELLED',
    'EXPIRED')),
  ADD COLUMN paid_at      timestamptz,
  ADD COLUMN confirmed_at timestamptz,
  ADD COLUMN delivered_at timestamptz,
  -- Whether the buyer has put the deadline off.
  ADD COLUMN extended     boolean NOT NULL DEFAULT false;

UPDATE orders SET paid_at = e.occurred_at FROM outbox e
WHERE e.stream = orders.id AND e.type = 'PAYMENT_APPROVED';

ALTER TABLE orders
  ADD CONSTRAINT orders_paid CHECK (
    CASE WHEN status IN ('PENDING_PAYMENT', 'PAYMENT_REVIEW', 'EXPIRED') THEN paid_at IS NULL
      ELSE status = 'CANCELLED' OR paid_at IS NOT NULL END),
  ADD CONSTRAINT orders_confirmed CHECK (
    CASE WHEN status IN ('PENDING_PAYMENT', 'PAYMENT_REVIEW', 'EXPIRED', 'PAID') THEN confirmed_at IS NULL
      ELSE status = 'CANCELLED' OR confirmed_at IS NOT NULL END),
  ADD CONSTRAINT orders_delivered CHECK ((status IN ('DELIVERED', 'COMPLETED')) = (delivered_at IS NOT NULL));

CREATE INDEX orders_to_complete ON orders (delivered_at) WHERE status = 'DELIVERED';

-- How an order's goods were sent.
CREATE TABLE shipment (
  order_id        uuid        PRIMARY KEY REFERENCES orders,
  carrier         text        NOT NULL,
  tracking_number text        NOT NULL,
  tracking_url    text,
  shipped_at      timestamptz NOT NULL DEFAULT now()
);

-- As what somebody acted, and the reservation that the order had then: an order may get another one.
ALTER TABLE outbox
  ADD COLUMN acted_as       text CHECK (acted_as IN ('BUYER', 'SELLER', 'ADMIN', 'PROVIDER', 'TIME')),
  ADD COLUMN reservation_id uuid;

-- Admins can't be told from sellers any more.
UPDATE outbox e SET
  acted_as = CASE WHEN e.actor_id IS NULL THEN 'TIME' WHEN e.actor_id = e.buyer_id THEN 'BUYER' ELSE 'SELLER' END,
  reservation_id = o.reservation_id
FROM orders o WHERE o.id = e.stream;

ALTER TABLE outbox
  ALTER COLUMN acted_as SET NOT NULL,
  ALTER COLUMN reservation_id SET NOT NULL,
  ADD CONSTRAINT outbox_actor CHECK ((acted_as IN ('PROVIDER', 'TIME')) = (actor_id IS NULL));

DROP INDEX outbox_settlement;
CREATE INDEX outbox_settlement ON outbox (position)
  WHERE type IN ('PAYMENT_APPROVED', 'PAID', 'CANCELLED', 'EXPIRED');

-- What is to be settled of a reservation at last counts; its goods may also be given back.
ALTER TABLE unsettled
  DROP CONSTRAINT unsettled_pkey,
  ADD PRIMARY KEY (reservation_id),
  DROP CONSTRAINT unsettled_settlement_check,
  ADD CONSTRAINT unsettled_settlement_check CHECK (settlement IN ('COMMIT', 'RELEASE', 'RETURN'));

CREATE INDEX unsettled_order ON unsettled (order_id);
