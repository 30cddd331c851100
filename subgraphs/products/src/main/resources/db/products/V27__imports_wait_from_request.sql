-- An import that is not started ends a day after it was asked for.
DROP INDEX product_imports_waiting;
CREATE INDEX product_imports_waiting ON product_imports (requested_at) WHERE status IN ('REQUESTED', 'UPLOADED');
