-- Lists are walked status by status (SqlOrderLists), in the order of time or of totals.
DROP INDEX orders_buyer, orders_seller;
CREATE INDEX orders_buyer ON orders (buyer_id, status, created_at, id);
CREATE INDEX orders_seller ON orders (seller_id, status, created_at, id);
CREATE INDEX orders_status ON orders (status, created_at, id);
CREATE INDEX orders_seller_total ON orders (seller_id, status, currency, total, id);
CREATE INDEX orders_total ON orders (status, currency, total, id);
