/** Timelines in PostgreSQL. */
@NullMarked
package dev.lapak.orders.timeline.r2dbc;

import org.jspecify.annotations.NullMarked;
