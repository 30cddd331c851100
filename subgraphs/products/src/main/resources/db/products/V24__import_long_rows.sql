-- The row that goes on where the import is to go on: it is too long, and its end has not been seen.
ALTER TABLE product_imports
  ADD COLUMN long_row_line integer,
  ADD COLUMN long_row_place text,
  ADD CHECK ((long_row_line IS NULL) = (long_row_place IS NULL));
