/** The owners that were learnt, in PostgreSQL. */
@NullMarked
package dev.lapak.inventory.owner.r2dbc;

import org.jspecify.annotations.NullMarked;
