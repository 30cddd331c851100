/** Levels and their ledger in PostgreSQL, and the one order in which all locks are taken. */
@NullMarked
package dev.lapak.inventory.stock.r2dbc;

import org.jspecify.annotations.NullMarked;
