/**
 * Events that are written in the transaction of the change they tell of, and read in one final
 * order without gap or duplicate (docs/adr/0006). The subgraph's own migration makes the tables:
 *
 * <pre>{@code
 * CREATE TABLE outbox (
 *   stream   uuid    NOT NULL,                              -- what the event is about
 *   seq      integer NOT NULL,                              -- 1, 2, 3 … within the stream
 *   position bigint  UNIQUE,                                -- stamped by the relay
 *   xid      xid8    NOT NULL DEFAULT pg_current_xact_id(), -- the transaction that wrote it
 *   …                                                       -- the event's own facts
 *   PRIMARY KEY (stream, seq)
 * );
 * CREATE INDEX outbox_waiting ON outbox (xid) WHERE position IS NULL;
 *
 * CREATE TABLE outbox_consumer (
 *   name       text        PRIMARY KEY,
 *   position   bigint      NOT NULL DEFAULT 0,              -- all up to here is done
 *   held_by    uuid,                                        -- the instance at work
 *   held_until timestamptz NOT NULL DEFAULT '-infinity'
 * );
 * }</pre>
 *
 * <p>Whoever changes a stream locks it first and writes {@code seq} in that order. A subgraph
 * imports {@link dev.lapak.platform.outbox.OutboxConfiguration} and calls {@link
 * dev.lapak.platform.outbox.Outbox#wake()} after its commits.
 */
@NullMarked
package dev.lapak.platform.outbox;

import org.jspecify.annotations.NullMarked;
