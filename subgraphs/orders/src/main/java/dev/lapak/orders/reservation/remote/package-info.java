/** Inventory, as a GraphQL client. */
@NullMarked
package dev.lapak.orders.reservation.remote;

import org.jspecify.annotations.NullMarked;
