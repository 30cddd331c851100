-- What was sold, added up from the outbox (dev.lapak.orders.sales). Can be made anew: TRUNCATE sales; UPDATE
-- outbox_consumer SET position = 0 WHERE name = 'sales'.
CREATE TABLE sales (
  -- Of everybody, of a seller, or of one of a seller's products; an id that does not matter is all zeros.
  dimension        text           NOT NULL CHECK (dimension IN ('ALL', 'SELLER', 'PRODUCT')),
  -- A quarter of an hour, of which days in any time zone are made; or a day in UTC, so that a year is not 35,040 rows.
  grain            text           NOT NULL CHECK (grain IN ('QUARTER', 'DAY')),
  seller_id        uuid           NOT NULL,
  at               timestamptz    NOT NULL,
  product_id       uuid           NOT NULL,
  currency         text           NOT NULL,
  orders           integer        NOT NULL,
  units            bigint         NOT NULL,
  paid             numeric(23, 4) NOT NULL,
  cancelled_orders integer        NOT NULL,
  cancelled_units  bigint         NOT NULL,
  cancelled        numeric(23, 4) NOT NULL,
  PRIMARY KEY (dimension, grain, seller_id, at, product_id, currency)
);

INSERT INTO outbox_consumer (name) VALUES ('sales');
