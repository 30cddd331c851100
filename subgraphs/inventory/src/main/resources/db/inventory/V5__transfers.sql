-- Goods between two warehouses of one seller; on hand in neither while they are in transit.
CREATE TABLE transfer (
  id              uuid        PRIMARY KEY DEFAULT uuidv7(),
  seller_id       uuid        NOT NULL,
  source_id       uuid        NOT NULL REFERENCES warehouse,
  destination_id  uuid        NOT NULL REFERENCES warehouse,
  status          text        NOT NULL DEFAULT 'IN_TRANSIT' CHECK (status IN ('IN_TRANSIT', 'RECEIVED', 'CANCELLED')),
  idempotency_key text        NOT NULL,
  started_at      timestamptz NOT NULL DEFAULT now(),
  started_by      uuid        NOT NULL,
  ended_at        timestamptz,
  ended_by        uuid,
  missing_reason  text,
  UNIQUE (seller_id, idempotency_key),
  CHECK (source_id <> destination_id),
  CHECK ((status = 'IN_TRANSIT') = (ended_at IS NULL)),
  CHECK (num_nulls(ended_at, ended_by) IN (0, 2)),
  CHECK (missing_reason IS NULL OR status = 'RECEIVED')
);

CREATE INDEX transfer_seller ON transfer (seller_id, id);
CREATE INDEX transfer_seller_status ON transfer (seller_id, status, id);

CREATE TABLE transfer_line (
  transfer_id uuid    NOT NULL REFERENCES transfer,
  product_id  uuid    NOT NULL REFERENCES product_owner,
  quantity    integer NOT NULL CHECK (quantity BETWEEN 1 AND 1000000000),
  received    integer CHECK (received BETWEEN 0 AND quantity), -- null unless it was received
  PRIMARY KEY (transfer_id, product_id)
);

-- What left for a transfer, what arrived with one, and what came back with one that was cancelled.
ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_kind_check,
  ADD CONSTRAINT stock_movement_kind_check CHECK (
    kind IN ('COUNT', 'ADJUSTMENT', 'SALE', 'TRANSFER_OUT', 'TRANSFER_IN', 'TRANSFER_BACK')),
  ADD COLUMN transfer_id uuid,
  ADD CONSTRAINT stock_movement_transfer_check CHECK (
    (kind IN ('TRANSFER_OUT', 'TRANSFER_IN', 'TRANSFER_BACK')) = (transfer_id IS NOT NULL));
