/** Reservations in the graph, for orders only. */
@NullMarked
package dev.lapak.inventory.reservation.graphql;

import org.jspecify.annotations.NullMarked;
