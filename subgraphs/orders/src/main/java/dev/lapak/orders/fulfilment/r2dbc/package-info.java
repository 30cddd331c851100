/** Shipments in PostgreSQL. */
@NullMarked
package dev.lapak.orders.fulfilment.r2dbc;

import org.jspecify.annotations.NullMarked;
