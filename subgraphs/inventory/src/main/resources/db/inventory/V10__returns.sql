-- What was sold may come back, once: its order was cancelled after it was paid.
ALTER TABLE reservation
  DROP CONSTRAINT reservation_status_check,
  ADD CONSTRAINT reservation_status_check CHECK (
    status IN ('ACTIVE', 'COMMITTED', 'RELEASED', 'EXPIRED', 'RETURNED')),
  ADD COLUMN returned_at timestamptz,
  ADD CONSTRAINT reservation_returned CHECK ((status = 'RETURNED') = (returned_at IS NOT NULL));

ALTER TABLE stock_movement
  DROP CONSTRAINT stock_movement_kind_check,
  ADD CONSTRAINT stock_movement_kind_check CHECK (
    kind IN ('COUNT', 'ADJUSTMENT', 'SALE', 'RETURN', 'TRANSFER_OUT', 'TRANSFER_IN', 'TRANSFER_BACK', 'REPAIR')),
  DROP CONSTRAINT stock_movement_check1,
  ADD CONSTRAINT stock_movement_reservation_check CHECK ((kind IN ('SALE', 'RETURN')) = (reservation_id IS NOT NULL));
