-- What is true of inventory's tables between any two transactions; ./lapak check and the tests look.
-- Each statement finds the rows where what stands above it does not hold, of the table that is named there.

--- stock_level: 0 <= reserved <= on hand <= 1,000,000,000
SELECT * FROM stock_level WHERE reserved < 0 OR on_hand < reserved OR on_hand > 1000000000

--- stock_level: reserved is what active reservations hold
SELECT s.*, h.held FROM stock_level s LEFT JOIN (
  SELECT l.product_id, l.warehouse_id, sum(l.quantity) AS held
  FROM reservation_line l JOIN reservation r ON r.id = l.reservation_id
  WHERE r.status = 'ACTIVE' GROUP BY l.product_id, l.warehouse_id) h
  USING (product_id, warehouse_id)
WHERE s.reserved <> coalesce(h.held, 0)

--- stock_level: on hand is what the ledger adds up to
SELECT s.*, m.moved FROM stock_level s LEFT JOIN (
  SELECT product_id, warehouse_id, sum(delta) AS moved FROM stock_movement
  GROUP BY product_id, warehouse_id) m USING (product_id, warehouse_id)
WHERE s.on_hand <> coalesce(m.moved, 0)

--- reservation_line: a line is held exactly as long as its reservation is active
SELECT r.*, l.* FROM reservation r JOIN reservation_line l ON l.reservation_id = r.id
WHERE l.held_until IS DISTINCT FROM CASE WHEN r.status = 'ACTIVE' THEN r.expires_at END

--- reservation_line: what was committed was sold once, and came back once where it was returned
SELECT r.id, l.product_id, l.warehouse_id, l.quantity, m.sold, m.returned FROM reservation r
JOIN reservation_line l ON l.reservation_id = r.id
FULL JOIN (
  SELECT reservation_id, product_id, warehouse_id, -coalesce(sum(delta) FILTER (WHERE kind = 'SALE'), 0) AS sold,
    coalesce(sum(delta) FILTER (WHERE kind = 'RETURN'), 0) AS returned FROM stock_movement
  WHERE reservation_id IS NOT NULL GROUP BY reservation_id, product_id, warehouse_id) m
  ON (m.reservation_id, m.product_id, m.warehouse_id)
    = (l.reservation_id, l.product_id, l.warehouse_id)
WHERE coalesce(m.sold, 0) <> CASE WHEN r.status IN ('COMMITTED', 'RETURNED') THEN l.quantity ELSE 0 END
  OR coalesce(m.returned, 0) <> CASE WHEN r.status = 'RETURNED' THEN l.quantity ELSE 0 END

--- stock_movement: every movement says what was on hand after it
SELECT * FROM (
  SELECT m.*, sum(delta) OVER (PARTITION BY product_id, warehouse_id ORDER BY made_at, id) AS folded
  FROM stock_movement m) m
WHERE on_hand_after <> folded

--- transfer_line: what was sent is on its way, has arrived, is back or is written off
SELECT t.id, l.*, m.* FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id
LEFT JOIN LATERAL (
  SELECT coalesce(sum(delta) FILTER (WHERE kind = 'TRANSFER_OUT' AND warehouse_id = t.source_id), 0) AS sent,
    coalesce(sum(delta) FILTER (WHERE kind = 'TRANSFER_IN' AND warehouse_id = t.destination_id), 0) AS arrived,
    coalesce(sum(delta) FILTER (WHERE kind = 'TRANSFER_BACK' AND warehouse_id = t.source_id), 0) AS back,
    sum(delta) AS all
  FROM stock_movement WHERE transfer_id = t.id AND product_id = l.product_id) m ON true
WHERE m.sent <> -l.quantity OR m.all <> m.sent + m.arrived + m.back
  OR (l.received IS NOT NULL) <> (t.status = 'RECEIVED') OR m.arrived <> coalesce(l.received, 0)
  OR m.back <> CASE WHEN t.status = 'CANCELLED' THEN l.quantity ELSE 0 END

--- product_owner: goods are on hand, in transit, sold or written off
SELECT m.*, s.on_hand, t.in_transit, t.written_off, r.sold
FROM (SELECT product_id, coalesce(sum(delta) FILTER (WHERE kind IN ('COUNT', 'ADJUSTMENT')), 0) AS brought
  FROM stock_movement GROUP BY product_id
  -- A repair says that something of this was lost.
  HAVING count(*) FILTER (WHERE kind = 'REPAIR' AND delta <> 0) = 0) m
LEFT JOIN (SELECT product_id, sum(on_hand) AS on_hand FROM stock_level GROUP BY product_id) s
  USING (product_id)
LEFT JOIN (
  SELECT l.product_id, sum(l.quantity) FILTER (WHERE t.status = 'IN_TRANSIT') AS in_transit,
    sum(l.quantity - l.received) AS written_off
  FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id GROUP BY l.product_id) t USING (product_id)
LEFT JOIN (
  SELECT l.product_id, sum(l.quantity) AS sold FROM reservation r
  JOIN reservation_line l ON l.reservation_id = r.id WHERE r.status = 'COMMITTED' GROUP BY l.product_id) r
  USING (product_id)
WHERE m.brought <> coalesce(s.on_hand, 0) + coalesce(t.in_transit, 0) + coalesce(t.written_off, 0)
  + coalesce(r.sold, 0)

--- reservation: a reservation holds something
SELECT * FROM reservation r WHERE NOT EXISTS (SELECT FROM reservation_line l WHERE l.reservation_id = r.id)

--- reservation: what is over is ended soon
SELECT * FROM reservation WHERE status = 'ACTIVE' AND expires_at < now() - interval '30 seconds'

--- reservation_line: goods are taken from a warehouse of their own seller
SELECT l.* FROM reservation_line l JOIN product_owner o ON o.product_id = l.product_id
JOIN warehouse w ON w.id = l.warehouse_id
WHERE w.seller_id <> o.seller_id

--- transfer: goods stay with their seller
SELECT t.*, l.product_id FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id
JOIN product_owner o ON o.product_id = l.product_id
JOIN warehouse w ON w.id IN (t.source_id, t.destination_id)
WHERE w.seller_id <> t.seller_id OR o.seller_id <> t.seller_id
