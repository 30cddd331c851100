-- Until when a provider takes the money of a payment.
ALTER TABLE payment
  ADD COLUMN expires_at timestamptz,
  ADD CONSTRAINT payment_expires CHECK ((method = 'MIDTRANS') = (expires_at IS NOT NULL)),
  ADD CONSTRAINT payment_polled CHECK (status <> 'PENDING' OR next_poll IS NOT NULL);
