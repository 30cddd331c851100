-- What waits to be confirmed, and what was confirmed when; a seller's and everybody's.
CREATE INDEX orders_to_confirm ON orders (paid_at, id) WHERE status = 'PAID';
CREATE INDEX orders_seller_to_confirm ON orders (seller_id, paid_at, id) WHERE status = 'PAID';
CREATE INDEX orders_confirmed ON orders (confirmed_at, id) WHERE confirmed_at IS NOT NULL;
CREATE INDEX orders_seller_confirmed ON orders (seller_id, confirmed_at, id) WHERE confirmed_at IS NOT NULL;
