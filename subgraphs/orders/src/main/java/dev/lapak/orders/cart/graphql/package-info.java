/** Carts in the graph. */
@NullMarked
package dev.lapak.orders.cart.graphql;

import org.jspecify.annotations.NullMarked;
