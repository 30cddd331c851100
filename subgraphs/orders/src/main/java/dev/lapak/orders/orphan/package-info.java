/** Stock that is held for no order, as an admin looks for it. */
@NullMarked
package dev.lapak.orders.orphan;

import org.jspecify.annotations.NullMarked;
