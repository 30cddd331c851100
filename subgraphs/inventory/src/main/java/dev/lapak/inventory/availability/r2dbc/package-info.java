/** Stock as readers see it, in PostgreSQL: what is over is free, swept or not. */
@NullMarked
package dev.lapak.inventory.availability.r2dbc;

import org.jspecify.annotations.NullMarked;
