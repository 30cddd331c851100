/** Reviews in PostgreSQL. */
@NullMarked
package dev.lapak.orders.payment.r2dbc;

import org.jspecify.annotations.NullMarked;
