-- A checkout on its way (docs/adr/0008). It ends once: deleted, with the purchase that it became; or abandoned, and then
-- whatever it reserved is released before its row goes.
CREATE TABLE checkout_attempt (
  id              uuid        PRIMARY KEY DEFAULT uuidv7(), -- its reservations' ids follow from it
  buyer_id        uuid        NOT NULL,
  idempotency_key text        NOT NULL,
  input_hash      bytea       NOT NULL,
  max_orders      integer     NOT NULL, -- it has no more reservations than that
  runs            integer     NOT NULL DEFAULT 1, -- twins and retries share it
  touched_at      timestamptz NOT NULL DEFAULT now(),
  abandoned_at    timestamptz
);

CREATE UNIQUE INDEX checkout_attempt_key ON checkout_attempt (buyer_id, idempotency_key, input_hash)
  WHERE abandoned_at IS NULL;
CREATE INDEX checkout_attempt_touched ON checkout_attempt (touched_at);

ALTER TABLE checkout_attempt SET (autovacuum_vacuum_scale_factor = 0.02, fillfactor = 50);
