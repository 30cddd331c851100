-- What one checkout made. The key's unique index picks the winner among twins.
CREATE TABLE purchase (
  id              uuid        PRIMARY KEY DEFAULT uuidv7(),
  buyer_id        uuid        NOT NULL,
  idempotency_key text        NOT NULL,
  input_hash      bytea       NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT purchase_key UNIQUE (buyer_id, idempotency_key)
);

-- An order of one seller. "order" is a word of SQL, hence the plural.
CREATE TABLE orders (
  id             uuid           PRIMARY KEY DEFAULT uuidv7(),
  purchase_id    uuid           NOT NULL REFERENCES purchase,
  buyer_id       uuid           NOT NULL,
  seller_id      uuid           NOT NULL,
  number         text           NOT NULL CONSTRAINT orders_number UNIQUE,
  status         text           NOT NULL DEFAULT 'PENDING_PAYMENT'
    CHECK (status IN ('PENDING_PAYMENT', 'PAYMENT_REVIEW', 'PAID', 'CANCELLED', 'EXPIRED')),
  version        integer        NOT NULL DEFAULT 1, -- the sequence of the order's last event
  reason         text,
  total          numeric(19, 4) NOT NULL CHECK (total >= 0),
  currency       text           NOT NULL,
  created_at     timestamptz    NOT NULL DEFAULT now(),
  -- The deadline; while a proof is under review, what was left of it instead.
  expires_at     timestamptz,
  time_left      interval,
  -- The payment instruction, as it was at checkout.
  bank           text           NOT NULL,
  account_holder text           NOT NULL,
  account_number text           NOT NULL,
  reference      text           NOT NULL CONSTRAINT orders_reference UNIQUE,
  -- The stock that inventory holds for it, while it is under review at least until then.
  reservation_id uuid           NOT NULL UNIQUE,
  held_until     timestamptz    NOT NULL,
  -- Proofs handed in, and uploads begun since the last one.
  proofs         integer        NOT NULL DEFAULT 0 CHECK (proofs <= 10),
  uploads        integer        NOT NULL DEFAULT 0 CHECK (uploads <= 20),
  UNIQUE (purchase_id, seller_id),
  CHECK ((status = 'PENDING_PAYMENT') = (expires_at IS NOT NULL)),
  CHECK ((status = 'PAYMENT_REVIEW') = (time_left IS NOT NULL))
);

-- Lists go by id, which is the order of time (UUIDv7).
CREATE INDEX orders_buyer ON orders (buyer_id, id);
CREATE INDEX orders_seller ON orders (seller_id, id);
CREATE INDEX orders_due ON orders (expires_at) WHERE status = 'PENDING_PAYMENT';
CREATE INDEX orders_held ON orders (held_until) WHERE status = 'PAYMENT_REVIEW';

-- A product in an order, as it was when it was bought.
CREATE TABLE order_line (
  order_id   uuid           NOT NULL REFERENCES orders,
  place      integer        NOT NULL, -- in the checkout
  product_id uuid           NOT NULL,
  sku        text           NOT NULL,
  title      text           NOT NULL,
  quantity   integer        NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
  unit_price numeric(19, 4) NOT NULL CHECK (unit_price >= 0),
  total      numeric(19, 4) NOT NULL CHECK (total >= 0),
  PRIMARY KEY (order_id, place)
);
