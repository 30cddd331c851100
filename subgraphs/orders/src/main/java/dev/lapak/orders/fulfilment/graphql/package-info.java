/** Fulfilment in the graph. */
@NullMarked
package dev.lapak.orders.fulfilment.graphql;

import org.jspecify.annotations.NullMarked;
