-- The counters. Every statement that changes one has locked it first; docs/adr/0007 has the order of all locks.
CREATE TABLE stock_level (
  product_id   uuid    NOT NULL REFERENCES product_owner,
  warehouse_id uuid    NOT NULL REFERENCES warehouse,
  on_hand      integer NOT NULL DEFAULT 0 CHECK (on_hand <= 1000000000),
  reserved     integer NOT NULL DEFAULT 0,
  PRIMARY KEY (product_id, warehouse_id),
  CHECK (0 <= reserved AND reserved <= on_hand)
) WITH (fillfactor = 50); -- room beside each row, so that a new version needs no new index entry

CREATE INDEX stock_level_warehouse ON stock_level (warehouse_id);

-- The ledger: all of a level's movements add up to its on_hand.
CREATE TABLE stock_movement (
  id              uuid        PRIMARY KEY DEFAULT uuidv7(),
  product_id      uuid        NOT NULL,
  warehouse_id    uuid        NOT NULL,
  kind            text        NOT NULL CHECK (kind IN ('COUNT', 'ADJUSTMENT', 'SALE')),
  delta           integer     NOT NULL,
  reason          text,
  reservation_id  uuid,
  made_by         uuid,
  -- When it was written, not when its transaction began: in the order in which the level changed.
  made_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Whose key it was, the key, and what that call answered, for the same call again.
  seller_id       uuid,
  idempotency_key text,
  answer_on_hand  integer,
  answer_reserved integer,
  FOREIGN KEY (product_id, warehouse_id) REFERENCES stock_level,
  CHECK ((kind = 'ADJUSTMENT') = (reason IS NOT NULL)),
  CHECK ((kind = 'SALE') = (reservation_id IS NOT NULL)),
  CHECK (num_nulls(seller_id, idempotency_key, answer_on_hand, answer_reserved) IN (0, 4))
);

CREATE UNIQUE INDEX stock_movement_key ON stock_movement (seller_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE INDEX stock_movement_level ON stock_movement (product_id, warehouse_id, made_at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER stock_movement_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stock_movement
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
