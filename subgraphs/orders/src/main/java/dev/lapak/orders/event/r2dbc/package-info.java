/** Events in PostgreSQL. */
@NullMarked
package dev.lapak.orders.event.r2dbc;

import org.jspecify.annotations.NullMarked;
