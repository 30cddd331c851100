/** Stock that inventory holds for orders: a reservation each. */
@NullMarked
package dev.lapak.orders.reservation;

import org.jspecify.annotations.NullMarked;
