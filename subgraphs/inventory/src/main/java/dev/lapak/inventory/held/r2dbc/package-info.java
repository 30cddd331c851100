/** What is held, in PostgreSQL. */
@NullMarked
package dev.lapak.inventory.held.r2dbc;

import org.jspecify.annotations.NullMarked;
