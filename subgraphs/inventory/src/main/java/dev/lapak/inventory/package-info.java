/** How much there is: warehouses, stock, reservations. */
@NullMarked
package dev.lapak.inventory;

import org.jspecify.annotations.NullMarked;
