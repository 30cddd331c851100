/** Sales in the graph. */
@NullMarked
package dev.lapak.orders.sales.graphql;

import org.jspecify.annotations.NullMarked;
