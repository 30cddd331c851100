-- What is wrong, for people.
ALTER TABLE product_imports ADD COLUMN failure_message text;
