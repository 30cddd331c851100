/** Who did what to an order when. */
@NullMarked
package dev.lapak.orders.timeline;

import org.jspecify.annotations.NullMarked;
