CREATE TABLE reservation (
  id         uuid        PRIMARY KEY, -- made by the caller
  status     text        NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'COMMITTED', 'RELEASED', 'EXPIRED')),
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at   timestamptz,
  CHECK ((status = 'ACTIVE') = (ended_at IS NULL))
);

CREATE INDEX reservation_due ON reservation (expires_at) WHERE status = 'ACTIVE';

-- What a reservation holds where; a product's quantity may be split over warehouses.
CREATE TABLE reservation_line (
  reservation_id uuid    NOT NULL REFERENCES reservation,
  product_id     uuid    NOT NULL,
  warehouse_id   uuid    NOT NULL,
  quantity       integer NOT NULL CHECK (quantity > 0),
  -- The reservation's expires_at while it is active, null afterwards: a reader finds what is due by product alone.
  held_until     timestamptz,
  PRIMARY KEY (reservation_id, product_id, warehouse_id),
  FOREIGN KEY (product_id, warehouse_id) REFERENCES stock_level
);

CREATE INDEX reservation_line_held ON reservation_line (product_id, held_until) INCLUDE (warehouse_id, quantity)
  WHERE held_until IS NOT NULL;

-- What has ended leaves dead entries at the beginning of both indexes, where what is due is looked for.
ALTER TABLE reservation SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
ALTER TABLE reservation_line SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);
