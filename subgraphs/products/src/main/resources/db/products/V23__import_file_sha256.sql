-- Whether the same file is sent again, by who never heard that it had come.
ALTER TABLE product_imports ADD COLUMN file_sha256 bytea;
