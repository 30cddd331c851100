-- Bytes that are kept in an object store instead. A row is there before its object is, and as long: what no file has after
-- a while is deleted there, then here.
CREATE TABLE stored_object (
  name       uuid        PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX stored_object_created ON stored_object (created_at);

-- Null: its bytes are pieces.
ALTER TABLE proof_file ADD object_name uuid UNIQUE REFERENCES stored_object;
