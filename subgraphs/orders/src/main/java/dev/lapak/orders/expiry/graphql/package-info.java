/** Deadlines in the graph. */
@NullMarked
package dev.lapak.orders.expiry.graphql;

import org.jspecify.annotations.NullMarked;
