-- What inventory would not settle: tried again while next_try says so, else left to a person.
CREATE TABLE unsettled (
  order_id       uuid        PRIMARY KEY REFERENCES orders,
  reservation_id uuid        NOT NULL,
  settlement     text        NOT NULL CHECK (settlement IN ('COMMIT', 'RELEASE')),
  problem        text        NOT NULL,
  since          timestamptz NOT NULL DEFAULT now(),
  tries          integer     NOT NULL DEFAULT 1,
  next_try       timestamptz
);

CREATE INDEX unsettled_next_try ON unsettled (next_try);
