-- What a reader needs to see that something has changed since it last looked (docs/adr/0011): how often, and in which
-- transaction last. Every statement that changes a level, or whether a warehouse is active, sets both.
ALTER TABLE stock_level
  ADD COLUMN version    bigint NOT NULL DEFAULT 0,
  ADD COLUMN changed_in xid8   NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE warehouse
  ADD COLUMN version    bigint NOT NULL DEFAULT 0,
  ADD COLUMN changed_in xid8   NOT NULL DEFAULT pg_current_xact_id();
