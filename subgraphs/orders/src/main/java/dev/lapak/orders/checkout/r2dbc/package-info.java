/** Checkouts in PostgreSQL. */
@NullMarked
package dev.lapak.orders.checkout.r2dbc;

import org.jspecify.annotations.NullMarked;
