-- A warehouse's levels are listed by product.
DROP INDEX stock_level_warehouse;
CREATE INDEX stock_level_warehouse ON stock_level (warehouse_id, product_id);
