/** Reservations in PostgreSQL. Locks are taken in the order that {@code LevelLocks} says. */
@NullMarked
package dev.lapak.inventory.reservation.r2dbc;

import org.jspecify.annotations.NullMarked;
