-- Money that an admin notes after what was noted before went back is other money.
DROP INDEX payment_manual;
CREATE UNIQUE INDEX payment_manual ON payment (order_id) WHERE method = 'MANUAL' AND status <> 'REFUNDED';
