CREATE TABLE payment_proof (
  id           uuid        PRIMARY KEY DEFAULT uuidv7(),
  order_id     uuid        NOT NULL REFERENCES orders,
  submitted_at timestamptz NOT NULL DEFAULT now(),
  decision     text        CHECK (decision IN ('APPROVED', 'REJECTED')),
  reason       text,
  decided_at   timestamptz,
  decided_by   uuid,
  CHECK (num_nulls(decision, decided_at, decided_by) IN (0, 3)),
  CHECK ((decision = 'REJECTED') IS NOT DISTINCT FROM (reason IS NOT NULL) OR decision IS NULL AND reason IS NULL)
);

CREATE INDEX payment_proof_order ON payment_proof (order_id, id);

-- Where one file of a proof may be sent to.
CREATE TABLE proof_upload (
  id         uuid        PRIMARY KEY DEFAULT uuidv7(),
  order_id   uuid        NOT NULL REFERENCES orders,
  expires_at timestamptz NOT NULL
);

CREATE INDEX proof_upload_expires ON proof_upload (expires_at);
CREATE INDEX proof_upload_order ON proof_upload (order_id);

-- The file that came; a part of a proof once it was handed in.
CREATE TABLE proof_file (
  id           uuid     PRIMARY KEY REFERENCES proof_upload ON DELETE CASCADE,
  content_type text     NOT NULL,
  size         integer  NOT NULL CHECK (size > 0),
  sha256       bytea    NOT NULL,
  proof_id     uuid     REFERENCES payment_proof,
  place        smallint,
  CHECK ((proof_id IS NULL) = (place IS NULL))
);

CREATE INDEX proof_file_proof ON proof_file (proof_id, place);

-- Its bytes, in pieces, so that nobody has to hold all of them to read them.
CREATE TABLE proof_piece (
  file_id uuid    NOT NULL REFERENCES proof_file ON DELETE CASCADE,
  place   integer NOT NULL,
  bytes   bytea   NOT NULL,
  PRIMARY KEY (file_id, place)
);

-- Pictures and PDFs are compressed already.
ALTER TABLE proof_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;
