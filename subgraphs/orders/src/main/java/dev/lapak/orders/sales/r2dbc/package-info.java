/** Sales in PostgreSQL. */
@NullMarked
package dev.lapak.orders.sales.r2dbc;

import org.jspecify.annotations.NullMarked;
