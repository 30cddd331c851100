-- From how few on a product is running out, where its seller wants to know.
CREATE TABLE low_stock_threshold (
  product_id uuid    PRIMARY KEY REFERENCES product_owner,
  seller_id  uuid    NOT NULL,
  threshold  integer NOT NULL CHECK (threshold BETWEEN 0 AND 1000000000)
);

CREATE INDEX low_stock_threshold_seller ON low_stock_threshold (seller_id, product_id);
