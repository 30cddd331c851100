/** Reads what has changed from PostgreSQL. */
@NullMarked
package dev.lapak.inventory.live.r2dbc;

import org.jspecify.annotations.NullMarked;
