CREATE TABLE categories (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9-]{1,64}$'),
  name text NOT NULL
);
CREATE UNIQUE INDEX categories_slug ON categories (slug);

CREATE TABLE products (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  seller_id uuid NOT NULL,
  sku text NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  price numeric(19, 4) NOT NULL CHECK (price > 0 AND price < 1000000000),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  category_id uuid REFERENCES categories,
  tags text[] NOT NULL,
  archived boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN products.id IS 'Grows with time: the latest made is the greatest';
CREATE UNIQUE INDEX products_sku ON products (seller_id, sku);

-- One for each sort of a list, and for each filter in the order of NEWEST.
CREATE INDEX products_newest ON products (id) WHERE NOT archived;
CREATE INDEX products_price ON products (currency, price, id) WHERE NOT archived;
CREATE INDEX products_title ON products (title COLLATE unicode, id) WHERE NOT archived;
CREATE INDEX products_category ON products (category_id, id) WHERE NOT archived;
CREATE INDEX products_seller ON products (seller_id, id) WHERE NOT archived;
CREATE INDEX products_tags ON products USING gin (tags) WHERE NOT archived;
