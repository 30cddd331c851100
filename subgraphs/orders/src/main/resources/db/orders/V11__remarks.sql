-- What the buyer told the sellers at checkout.
ALTER TABLE purchase
  ADD contact_name  text,
  ADD contact_email text,
  ADD contact_phone text,
  ADD note          text,
  ADD metadata      jsonb;
