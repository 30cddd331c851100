-- A counter was made right again; delta says by how much the ledger was wrong, mostly 0.
ALTER TABLE stock_movement
  DROP CONSTRAINT stock_movement_kind_check,
  ADD CONSTRAINT stock_movement_kind_check CHECK (
    kind IN ('COUNT', 'ADJUSTMENT', 'SALE', 'TRANSFER_OUT', 'TRANSFER_IN', 'TRANSFER_BACK', 'REPAIR')),
  DROP CONSTRAINT stock_movement_check,
  ADD CONSTRAINT stock_movement_reason_check CHECK ((kind IN ('ADJUSTMENT', 'REPAIR')) = (reason IS NOT NULL));
