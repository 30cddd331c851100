-- What a movement left on hand: the stock as of a time is what the last movement before it left.
ALTER TABLE stock_movement ADD COLUMN on_hand_after integer;

ALTER TABLE stock_movement DISABLE TRIGGER stock_movement_is_append_only;
UPDATE stock_movement m SET on_hand_after = folded.on_hand FROM (
  SELECT id, sum(delta) OVER (PARTITION BY product_id, warehouse_id ORDER BY made_at, id)::integer AS on_hand
  FROM stock_movement) folded
WHERE m.id = folded.id;
ALTER TABLE stock_movement ENABLE TRIGGER stock_movement_is_append_only;

ALTER TABLE stock_movement ALTER COLUMN on_hand_after SET NOT NULL;

-- Of movements made at the same time, the id says which was first.
DROP INDEX stock_movement_level;
CREATE INDEX stock_movement_level ON stock_movement (product_id, warehouse_id, made_at, id);
