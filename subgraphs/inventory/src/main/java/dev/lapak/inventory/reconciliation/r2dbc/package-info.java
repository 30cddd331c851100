/** Compares counters with what they count, in PostgreSQL. */
@NullMarked
package dev.lapak.inventory.reconciliation.r2dbc;

import org.jspecify.annotations.NullMarked;
