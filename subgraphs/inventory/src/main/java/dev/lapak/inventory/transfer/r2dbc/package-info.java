/** Transfers in PostgreSQL. */
@NullMarked
package dev.lapak.inventory.transfer.r2dbc;

import org.jspecify.annotations.NullMarked;
