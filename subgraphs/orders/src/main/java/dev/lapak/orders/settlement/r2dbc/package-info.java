/** Settlements in PostgreSQL. */
@NullMarked
package dev.lapak.orders.settlement.r2dbc;

import org.jspecify.annotations.NullMarked;
