/**
 * An order: what it is, what may happen to it, who may see it, and its lists. All of its changes
 * are {@link dev.lapak.orders.order.Move}s.
 */
@NullMarked
package dev.lapak.orders.order;

import org.jspecify.annotations.NullMarked;
