-- Who owns a product, as products told once: an owner never changes.
CREATE TABLE product_owner (
  product_id uuid PRIMARY KEY,
  seller_id  uuid NOT NULL
);

CREATE TABLE warehouse (
  id         uuid        PRIMARY KEY DEFAULT uuidv7(),
  seller_id  uuid        NOT NULL,
  name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  active     boolean     NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Folded by PostgreSQL itself, whatever the database's locale.
CREATE UNIQUE INDEX warehouse_name ON warehouse (seller_id, casefold(name COLLATE pg_unicode_fast));
