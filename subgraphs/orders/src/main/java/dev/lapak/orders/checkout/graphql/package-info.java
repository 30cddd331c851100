/** Checkout in the graph. */
@NullMarked
package dev.lapak.orders.checkout.graphql;

import org.jspecify.annotations.NullMarked;
