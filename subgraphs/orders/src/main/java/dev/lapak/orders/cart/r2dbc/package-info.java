/** Carts in PostgreSQL. */
@NullMarked
package dev.lapak.orders.cart.r2dbc;

import org.jspecify.annotations.NullMarked;
