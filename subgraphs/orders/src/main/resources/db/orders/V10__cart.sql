-- What somebody, a guest too, wants to buy. Whoever changes it locks this row first.
CREATE TABLE cart (
  owner_id   uuid        PRIMARY KEY,
  touched_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX cart_touched ON cart (touched_at);

CREATE TABLE cart_line (
  owner_id   uuid           NOT NULL REFERENCES cart ON DELETE CASCADE,
  product_id uuid           NOT NULL,
  quantity   integer        NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
  added_at   timestamptz    NOT NULL,
  -- The product as it was when the owner last changed the line.
  title      text           NOT NULL,
  unit_price numeric(19, 4) NOT NULL CHECK (unit_price >= 0),
  currency   text           NOT NULL,
  PRIMARY KEY (owner_id, product_id)
);

-- What was added under a key, so that a retry adds nothing again.
CREATE TABLE cart_addition (
  owner_id        uuid        NOT NULL REFERENCES cart ON DELETE CASCADE,
  idempotency_key text        NOT NULL,
  product_id      uuid        NOT NULL,
  quantity        integer     NOT NULL,
  added_at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner_id, idempotency_key)
);

CREATE INDEX cart_addition_added ON cart_addition (added_at);

ALTER TABLE cart SET (autovacuum_vacuum_scale_factor = 0.05, fillfactor = 70);
ALTER TABLE cart_line SET (autovacuum_vacuum_scale_factor = 0.05, fillfactor = 70);
