/** Reads the ledger in PostgreSQL. */
@NullMarked
package dev.lapak.inventory.ledger.r2dbc;

import org.jspecify.annotations.NullMarked;
