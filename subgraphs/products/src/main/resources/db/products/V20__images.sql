-- A picture: where one may be sent to, then what was made of it, then a part of a product.
CREATE TABLE images (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  seller_id uuid NOT NULL,
  upload_until timestamptz NOT NULL,
  -- Of the file that came.
  sha256 bytea,
  width integer,
  height integer,
  content_type text,
  product_id uuid REFERENCES products,
  CHECK (num_nulls(sha256, width, height, content_type) IN (0, 4)),
  CHECK (product_id IS NULL OR sha256 IS NOT NULL)
);
CREATE INDEX images_unused ON images (seller_id, upload_until) WHERE product_id IS NULL;
CREATE INDEX images_product ON images (product_id) WHERE product_id IS NOT NULL;

-- Its bytes in one size.
CREATE TABLE image_renditions (
  image_id uuid NOT NULL REFERENCES images ON DELETE CASCADE,
  size text NOT NULL,
  length integer NOT NULL,
  sha256 bytea NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (image_id, size)
);
-- Compressed already, and read piece by piece.
ALTER TABLE image_renditions ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What a list of products shows of them, so that it need not look for them.
ALTER TABLE products ADD COLUMN images jsonb NOT NULL DEFAULT '[]'
  CHECK (jsonb_typeof(images) = 'array' AND jsonb_array_length(images) <= 10);
COMMENT ON COLUMN products.images IS 'In order, each with id, alt, width, height and type';
