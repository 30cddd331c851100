-- A file of a multipart request comes before the operation that says for which order it is: until then it is its buyer's.
ALTER TABLE proof_upload
  ALTER order_id DROP NOT NULL,
  ADD buyer_id uuid,
  ADD CONSTRAINT proof_upload_owner CHECK (num_nonnulls(order_id, buyer_id) = 1);

CREATE INDEX proof_upload_buyer ON proof_upload (buyer_id) WHERE buyer_id IS NOT NULL;
