-- What happened to orders (dev.lapak.platform.outbox): also each order's history, so nothing is ever deleted.
CREATE TABLE outbox (
  stream      uuid        NOT NULL, -- the order
  seq         integer     NOT NULL, -- the order's version
  position    bigint      CONSTRAINT outbox_position UNIQUE,
  xid         xid8        NOT NULL DEFAULT pg_current_xact_id(),
  occurred_at timestamptz NOT NULL DEFAULT now(),
  type        text        NOT NULL,
  status      text        NOT NULL, -- after it
  buyer_id    uuid        NOT NULL,
  seller_id   uuid        NOT NULL,
  actor_id    uuid,                 -- the user who did it; null: time did
  reason      text,
  PRIMARY KEY (stream, seq)
);

CREATE INDEX outbox_waiting ON outbox (xid) WHERE position IS NULL;
-- Whoever resumes finds the own events behind everybody else's.
CREATE INDEX outbox_buyer ON outbox (buyer_id, position);
CREATE INDEX outbox_seller ON outbox (seller_id, position);
CREATE INDEX outbox_settlement ON outbox (position) WHERE type IN ('PAYMENT_APPROVED', 'CANCELLED', 'EXPIRED');

-- Stamped rows of the index of waiting ones are dead at once.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.02);

CREATE TABLE outbox_consumer (
  name       text        PRIMARY KEY,
  position   bigint      NOT NULL DEFAULT 0,
  held_by    uuid,
  held_until timestamptz NOT NULL DEFAULT '-infinity'
);

INSERT INTO outbox_consumer (name) VALUES ('settlement');
