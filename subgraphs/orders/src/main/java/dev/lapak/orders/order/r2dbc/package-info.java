/** Orders in PostgreSQL. */
@NullMarked
package dev.lapak.orders.order.r2dbc;

import org.jspecify.annotations.NullMarked;
