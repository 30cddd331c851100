-- An import whose batch went wrong waits by itself; the others go on.
ALTER TABLE product_imports ADD COLUMN try_again_at timestamptz;
