-- Money for an order: that was sent, is on its way through a provider, or has to go back.
CREATE TABLE payment (
  id          uuid           PRIMARY KEY DEFAULT uuidv7(),
  order_id    uuid           NOT NULL REFERENCES orders,
  buyer_id    uuid           NOT NULL,
  seller_id   uuid           NOT NULL,
  method      text           NOT NULL CHECK (method IN ('BANK_TRANSFER', 'MIDTRANS', 'MANUAL')),
  status      text           NOT NULL CHECK (status IN ('PENDING', 'SETTLED', 'FAILED', 'REFUND_DUE', 'REFUNDED')),
  amount      numeric(19, 4) NOT NULL CHECK (amount >= 0),
  currency    text           NOT NULL,
  created_at  timestamptz    NOT NULL DEFAULT now(),
  received_at timestamptz,
  -- What showed that it came: a proof, an admin's word, or a provider, which calls it so.
  proof_id    uuid           CONSTRAINT payment_proof_once UNIQUE REFERENCES payment_proof,
  note        text,
  reference   text           CONSTRAINT payment_reference UNIQUE,
  -- Where its buyer pays it, once the provider has said so; and when the provider is asked how it stands.
  token       text,
  redirect_url text,
  next_poll   timestamptz,
  -- How it went back.
  refunded_at timestamptz,
  refunded_by uuid,
  refund_note text,
  CHECK ((method = 'BANK_TRANSFER') = (proof_id IS NOT NULL)),
  CHECK ((method = 'MANUAL') = (note IS NOT NULL)),
  CHECK ((method = 'MIDTRANS') = (reference IS NOT NULL)),
  CHECK ((status IN ('PENDING', 'FAILED')) = (received_at IS NULL)),
  CHECK (status = 'PENDING' OR next_poll IS NULL),
  CHECK ((status = 'REFUNDED') = (refunded_at IS NOT NULL)),
  CHECK (num_nulls(refunded_at, refund_note) IN (0, 2))
);

CREATE INDEX payment_order ON payment (order_id, id);
CREATE INDEX payment_seller ON payment (seller_id, id);
CREATE INDEX payment_seller_status ON payment (seller_id, status, id);
CREATE INDEX payment_status ON payment (status, id);
CREATE INDEX payment_next_poll ON payment (next_poll) WHERE status = 'PENDING';
-- An order is paid once, marked as paid once, and has one payment at a time that is on its way.
CREATE UNIQUE INDEX payment_settled ON payment (order_id) WHERE status = 'SETTLED';
CREATE UNIQUE INDEX payment_manual ON payment (order_id) WHERE method = 'MANUAL';
CREATE UNIQUE INDEX payment_pending ON payment (order_id) WHERE status = 'PENDING';

INSERT INTO payment (order_id, buyer_id, seller_id, method, status, amount, currency, created_at, received_at, proof_id)
SELECT o.id, o.buyer_id, o.seller_id, 'BANK_TRANSFER', 'SETTLED', o.total, o.currency, p.decided_at, p.decided_at, p.id
FROM orders o JOIN payment_proof p ON p.order_id = o.id AND p.decision = 'APPROVED'
WHERE o.status = 'PAID';
