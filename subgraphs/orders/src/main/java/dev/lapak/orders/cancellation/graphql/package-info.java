/** Cancelling in the graph. */
@NullMarked
package dev.lapak.orders.cancellation.graphql;

import org.jspecify.annotations.NullMarked;
