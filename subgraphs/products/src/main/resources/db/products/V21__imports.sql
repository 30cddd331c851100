-- A file of products that a seller sends, from the wish to its end.
CREATE TABLE product_imports (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  seller_id uuid NOT NULL,
  currency text NOT NULL,
  format text NOT NULL CHECK (format IN ('CSV', 'JSON_LINES')),
  status text NOT NULL DEFAULT 'REQUESTED'
    CHECK (status IN ('REQUESTED', 'UPLOADED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  upload_until timestamptz NOT NULL,
  -- Which try to send the file counts.
  attempt integer NOT NULL DEFAULT 0,
  file_size integer,
  -- Where to go on: what lies before is in the catalogue, in the same transaction.
  bytes_done integer NOT NULL DEFAULT 0,
  next_line integer NOT NULL DEFAULT 1,
  columns text[],
  ignored_columns text[] NOT NULL DEFAULT '{}',
  created integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  error_count integer NOT NULL DEFAULT 0,
  failure text,
  failure_line integer,
  stumbles integer NOT NULL DEFAULT 0,
  requested_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  ended_at timestamptz,
  worked_at timestamptz,
  CHECK ((ended_at IS NULL) = (status IN ('REQUESTED', 'UPLOADED', 'RUNNING'))),
  CHECK ((failure IS NULL) = (status <> 'FAILED')),
  CHECK (file_size IS NOT NULL OR status IN ('REQUESTED', 'CANCELLED'))
);
CREATE INDEX product_imports_seller ON product_imports (seller_id, id);
CREATE INDEX product_imports_work ON product_imports (worked_at NULLS FIRST, id) WHERE status = 'RUNNING';
CREATE INDEX product_imports_waiting ON product_imports (upload_until) WHERE status IN ('REQUESTED', 'UPLOADED');

-- Its file, for as long as it is needed.
CREATE TABLE import_pieces (
  import_id uuid NOT NULL REFERENCES product_imports ON DELETE CASCADE,
  attempt integer NOT NULL,
  place integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (import_id, attempt, place)
);
-- Read a part at a time.
ALTER TABLE import_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What was wrong with its rows; the first ones of very many.
CREATE TABLE import_errors (
  import_id uuid NOT NULL REFERENCES product_imports ON DELETE CASCADE,
  place integer NOT NULL,
  line integer NOT NULL,
  sku text,
  field text,
  code text NOT NULL,
  message text NOT NULL,
  PRIMARY KEY (import_id, place)
);
